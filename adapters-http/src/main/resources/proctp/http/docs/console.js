'use strict';

(() => {
  /** What is shown in a key's place, in the lines to paste too. */
  const PLACEHOLDER = 'ODFHIR {DeveloperKey}/{CustomerKey}';

  /** Kept here and nowhere else: it is gone with the page. */
  let authorization = '';

  // the page's own address ends in a slash or not
  const base = new URL('..', document.currentScript.src).href.replace(/\/$/, '');
  const keys = document.getElementById('keys');
  const said = document.getElementById('keys-said');
  document.getElementById('base').textContent = base;

  keys.addEventListener('submit', event => {
    event.preventDefault();
    authorization = `ODFHIR ${document.getElementById('developer-key').value}/${document.getElementById('customer-key').value}`;
    said.textContent = 'These keys go with every request, until this page is left or loaded again.';
  });
  keys.addEventListener('input', () => {
    if (authorization) {
      said.textContent = 'The keys before these still go with every request.';
    }
  });
  // a browser may keep the page itself, to show it again when somebody comes back
  addEventListener('pagehide', () => {
    authorization = '';
    keys.reset();
    said.textContent = 'The keys are forgotten.';
  });

  /** As JSON.parse, but numbers stay as they are written, where the browser can: 204.0 is no 204, and 64 bits are no double. */
  function exact(text) {
    return JSON.parse(text, (name, value, context) =>
      typeof value === 'number' && context?.source && JSON.rawJSON ? JSON.rawJSON(context.source) : value);
  }

  /** JSON with white space between its tokens; other text as it is. */
  function pretty(text) {
    try {
      return JSON.stringify(exact(text), null, 2);
    } catch {
      return text;
    }
  }

  /** Puts the text of each example of JSON in its place, and gives all of these texts. */
  function examplesAsText(node, exactNode, texts = new Set()) {
    for (const [name, value] of Object.entries(node).filter(([, value]) => value && typeof value === 'object')) {
      if (name === 'value' && !Array.isArray(node)) {
        node.value = JSON.stringify(exactNode.value, null, 2);
        texts.add(node.value);
      } else {
        examplesAsText(value, exactNode[name], texts);
      }
    }
    return texts;
  }

  /** Shows examples and answers as they are, but for white space. */
  const asTheyAre = texts => ({fn: {getSampleSchema}}) => ({
    fn: {
      getSampleSchema: (schema, type, config, example) =>
        texts.has(example) ? example : getSampleSchema(schema, type, config, example),
    },
    wrapComponents: {
      responseBody: (Original, {React}) => props => React.createElement(Original,
        {...props, content: typeof props.content === 'string' ? pretty(props.content) : props.content, contentType: 'text/plain'}),
    },
  });

  /** The keys are asked for above, and nowhere else; and there is one server, the one that the page came from. */
  const keysAbove = () => {
    const nothing = () => () => null;
    return {wrapComponents: {authorizeBtn: nothing, authorizeOperationBtn: nothing, ServersContainer: nothing}};
  };

  async function show() {
    const answer = await fetch(`${base}/openapi.json`, {credentials: 'omit'});
    const description = await answer.text();
    const spec = JSON.parse(description);
    const texts = examplesAsText(spec, exact(description));
    spec.servers = [{url: base}];
    const ui = SwaggerUIBundle({
      spec,
      domNode: document.getElementById('api'),
      plugins: [asTheyAre(texts), keysAbove],
      validatorUrl: null,
      tryItOutEnabled: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: 0,
      // the lines to paste show what was asked for, not the keys that went with it
      showMutatedRequest: false,
      requestInterceptor: request => {
        delete request.headers.Authorization;
        if (authorization) {
          request.headers.Authorization = authorization;
        }
        request.credentials = 'omit';
        return request;
      },
      onComplete: () => Object.keys(spec.components.securitySchemes)
        .forEach(scheme => ui.preauthorizeApiKey(scheme, PLACEHOLDER)),
    });
  }

  show().catch(failure => {
    document.getElementById('api').textContent = `The API's description could not be shown: ${failure.message}`;
  });
})();
