// A chat server over a real model, for the tests of label interop: node openai-server.mjs MODEL.gguf
// Needs node-llama-cpp beside it (NODE_PATH). Prints "listening on PORT" once it answers.
import {createRequire} from 'node:module';
import http from 'node:http';
import {pathToFileURL} from 'node:url';

const require = createRequire(process.env.NODE_LLAMA_DIR + '/');
const {getLlama, LlamaCompletion} = await import(pathToFileURL(require.resolve('node-llama-cpp')));
const modelPath = process.argv[2];
const llama = await getLlama({gpu: false, build: 'never', skipDownload: true, maxThreads: 1, logLevel: 'error'});
const model = await llama.loadModel({modelPath});
const context = await model.createContext({contextSize: 4096, sequences: 1});
const marks = {user: '<|cust|>', assistant: '<|agent|>', system: ''};
let last = Promise.resolve();

function json(response, status, body) {
    response.writeHead(status, {'Content-Type': 'application/json'});
    response.end(JSON.stringify(body));
}

async function chat(asked, response) {
    const stop = new AbortController();
    response.on('close', () => stop.abort());
    const sequence = context.getSequence();
    const completion = new LlamaCompletion({contextSequence: sequence});
    const schema = asked.response_format?.json_schema?.schema;
    const grammar = schema ? await llama.createGrammarForJsonSchema(schema) : undefined;
    const send = (delta, finish = null) => response.write('data: '
        + JSON.stringify({choices: [{index: 0, delta, finish_reason: finish}]}) + '\n\n');
    response.writeHead(200, {'Content-Type': 'text/event-stream'});
    try {
        // The model knows short chats only: it is given the end of what was asked.
        const text = asked.messages.map(m => (marks[m.role] ?? '') + m.content).join('').slice(-1500);
        const done = await completion.generateCompletionWithMeta(
            model.tokenize(marks.user + text + marks.assistant, true),
            {maxTokens: asked.max_tokens ?? 128, temperature: asked.temperature ?? 0, seed: asked.seed ?? 7,
             grammar, signal: stop.signal, stopOnAbortSignal: true, onTextChunk: content => send({content})});
        send({}, done.metadata.stopReason === 'maxTokens' ? 'length' : 'stop');
        response.end('data: [DONE]\n\n');
    } catch (problem) {
        response.end('data: ' + JSON.stringify({error: {message: String(problem), type: 'server_error'}}) + '\n\n');
    } finally {
        completion.dispose();
        sequence.dispose();
    }
}

const server = http.createServer(async (request, response) => {
    if (request.url === '/v1/models')
        return json(response, 200, {object: 'list', data: [{id: modelPath.split('/').pop(), object: 'model'}]});
    if (request.url !== '/v1/chat/completions')
        return json(response, 404, {error: {type: 'not_found_error'}});
    let body = '';
    for await (const part of request)
        body += part;
    last = last.then(() => chat(JSON.parse(body), response)).catch(() => response.destroy());
    await last;
});
server.listen(0, '127.0.0.1', () => console.log('listening on ' + server.address().port));
