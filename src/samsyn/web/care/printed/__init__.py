"""The plan and the summary of a case on paper: one document, drawn as a page to print and as a PDF."""
