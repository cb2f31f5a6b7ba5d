"""Reading the logs: who has read, who has changed, spot checks, and the extract that a patient may ask for."""
