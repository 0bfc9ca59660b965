//! Labels that a page lists before their figures, and the places of their rows among these.

use alloc::vec::Vec;

use super::rows::{Form, MOST_ROWS};
use crate::Span;
use crate::template::Edition;

/// A label of the list: of a row of the form, or of one that the form does not have.
pub(super) type Listed = (Option<u8>, Span);

/// How many figures the row of a label has: where there are sums, one of another form has as many as all others.
pub(super) fn width(label: &Listed, form: &Form) -> usize {
    (form.columns)(label.0.unwrap_or(0))
}

/// Whether it may be the name of rows among the others.
fn may_be_group(label: &Listed, form: &Form) -> bool {
    label.0.is_some_and(form.may_be_group)
}

/// How many labels of rows with the same columns the figures are for: all of them, when their number fits.
pub(super) fn fitting(labels: &[Listed], figures: usize, form: &Form) -> Option<usize> {
    let columns = width(labels.first()?, form);
    let alike = labels.iter().take_while(|label| width(label, form) == columns).count();
    let without_groups = labels.iter().take(alike).filter(|label| !may_be_group(label, form)).count();
    let all = || labels.get(..alike).is_some_and(|labels| are_all_rows(labels, figures, form));
    (without_groups * columns == figures || all()).then_some(alike)
}

/// Whether as many figures stand behind labels as rows of all of them have, and none is the name of others among them.
fn are_all_rows(labels: &[Listed], figures: usize, form: &Form) -> bool {
    let has = |is: fn(u8) -> bool| labels.iter().any(|(row, _)| row.is_some_and(is));
    let columns = labels.first().map_or(0, |first| width(first, form));
    labels.len() * columns == figures && !(has(form.may_be_group) && has(form.in_group))
}

/// Where labels stand among rows, none for those that have no row there.
type Places = Vec<Option<usize>>;

/// The places of labels among the rows that have the figures; where the form and the list both tell, they tell the same.
pub(super) fn places(labels: &[Listed], figures: usize, fit: bool, form: &Form) -> Option<Places> {
    let in_list = fit.then(|| places_in_list(labels, figures, form));
    match (in_list, places_in_form(labels, figures, form)) {
        (Some(in_list), Some(in_form)) => {
            let agree = |in_list: &Places| {
                in_list.iter().zip(&in_form).all(|(listed, of_form)| of_form.is_none() || listed == of_form)
            };
            in_list.filter(agree)
        }
        (in_list, in_form) => in_list.unwrap_or(in_form),
    }
}

/// The places of labels that all have figures, but for those of groups.
fn places_in_list(labels: &[Listed], figures: usize, form: &Form) -> Option<Places> {
    let all = are_all_rows(labels, figures, form);
    let mut rows = 0..;
    let place = |label| if all || !may_be_group(label, form) { rows.next() } else { None };
    in_order(labels, form).then(|| labels.iter().map(place).collect())
}

/// The places among the rows of an edition, when there are figures for all of these: labels may be lost.
fn places_in_form(labels: &[Listed], figures: usize, form: &Form) -> Option<Places> {
    let columns = width(labels.first()?, form);
    [Edition::E2019, Edition::E2021].into_iter().find_map(|edition| {
        let place = |row| (form.place)(row, edition);
        let places: Places = labels.iter().map(|(row, _)| row.and_then(place)).collect();
        let of_edition =
            |(label, place): (&Listed, &Option<_>)| place.is_some() || label.0.is_none_or(form.may_be_group);
        let fits = (0..MOST_ROWS as u8).filter_map(place).count() * columns == figures
            && labels.iter().zip(&places).all(of_edition)
            && places.iter().flatten().is_sorted_by(|one, next| one < next);
        fits.then_some(places)
    })
}

/// Whether labels of rows stand in the order of the form, but for two that are exchanged: else the figures stand in
/// another than they.
fn in_order(labels: &[Listed], form: &Form) -> bool {
    let rows = labels.iter().filter_map(|(row, _)| *row).filter(|row| !(form.may_be_group)(*row));
    if rows.clone().is_sorted() {
        return true;
    }
    let mut rows: Vec<u8> = rows.collect();
    if let Some(at) = rows.windows(2).position(|pair| pair.first() > pair.last()) {
        rows.swap(at, at + 1);
    }
    rows.is_sorted()
}
