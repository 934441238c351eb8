// The document of the service that serves this page. Without a validator: that would be somebody else's server.
SwaggerUIBundle({ url: '../openapi.yaml', dom_id: '#api', deepLinking: true, validatorUrl: null })
