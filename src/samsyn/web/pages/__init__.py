"""The looks: base page, components, forms and theme. It knows nothing of patients, rules or rights."""
