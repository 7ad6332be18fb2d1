window.ui = SwaggerUIBundle({url: '../openapi.json', domNode: document.getElementById('api'), validatorUrl: null});
