// Ties allauth's passkey scripts to our forms: <form data-passkey="add|use|login" data-options="{json}">,
// in a box that is shown only where the browser can do it; the button has id passkey-button.
(() => {
  const form = document.querySelector('form[data-passkey]')
  if (!form || !window.webauthnJSON || !window.webauthnJSON.supported()) return
  document.querySelectorAll('[data-passkey-none]').forEach((each) => { each.hidden = true })
  form.closest('[data-passkey-box]').hidden = false

  const options = form.dataset.options && JSON.parse(form.dataset.options)
  const credential = form.querySelector('[name=credential]').id
  const forms = window.allauth.webauthn.forms
  const ids = { credential, add: 'passkey-button', login: 'passkey-button', authenticate: 'passkey-button' }
  if (form.dataset.passkey === 'add') {
    forms.addForm({ ids: { ...ids, passwordless: 'id_passwordless' }, data: { creation_options: options } })
  } else if (form.dataset.passkey === 'login') {
    forms.loginForm({ ids })
  } else {
    forms.authenticateForm({ ids, data: { request_options: options } })
  }

  document.addEventListener('allauth.error', (event) => {
    event.preventDefault()
    form.querySelector('[data-passkey-error]').hidden = false
  })
})()
