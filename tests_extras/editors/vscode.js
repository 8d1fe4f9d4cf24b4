// Speaks with `vntextclean lsp` through VS Code's own protocol library: one JSON object on standard output.
const { spawn } = require("child_process");
const rpc = require("vscode-languageserver-protocol/node");
const { TextDocument } = require("vscode-languageserver-textdocument");

const [text, settings] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const server = spawn("vntextclean", ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = rpc.createProtocolConnection(
  new rpc.StreamMessageReader(server.stdout),
  new rpc.StreamMessageWriter(server.stdin),
);
const uri = "file:///page.txt";
let version = 1;
let hear;
const next = () => new Promise((resolve) => (hear = resolve));
const messages = [];
connection.onNotification(rpc.PublishDiagnosticsNotification.type, (told) => told.version === version && hear?.(told));
connection.onNotification(rpc.ShowMessageNotification.type, (told) => messages.push(told.message));
connection.onRequest(rpc.RegistrationRequest.type, () => {});
connection.listen();

(async () => {
  const codeActionKind = { valueSet: ["quickfix", "source", "source.fixAll"] };
  await connection.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind } } },
    },
  });
  await connection.sendNotification(rpc.InitializedNotification.type, {});
  await connection.sendNotification(rpc.DidChangeConfigurationNotification.type, { settings });
  let told = next();
  const opened = { uri, languageId: "plaintext", version, text };
  await connection.sendNotification(rpc.DidOpenTextDocumentNotification.type, { textDocument: opened });
  const { diagnostics } = await told;
  const textDocument = { uri };
  const hover = await connection.sendRequest(rpc.HoverRequest.type, { textDocument, position: { line: 0, character: 1 } });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
  const asked = { textDocument, range, context: { diagnostics: diagnostics.slice(0, 1) } };
  const actions = await connection.sendRequest(rpc.CodeActionRequest.type, asked);

  const document = TextDocument.create(uri, "plaintext", version, text);
  const contentChanges = [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: "Bà con thựchiện tốt.\n" }];
  TextDocument.update(document, contentChanges, ++version);
  told = next();
  await connection.sendNotification(rpc.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  const typed = (await told).diagnostics.filter((one) => one.range.start.line === 2).length;
  const options = { tabSize: 4, insertSpaces: true };
  const edits = await connection.sendRequest(rpc.DocumentFormattingRequest.type, { textDocument, options });
  const places = diagnostics.map(({ range: { start, end }, code }) => [start.line, start.character, end.character, code]);
  console.log(
    JSON.stringify({
      messages,
      diagnostics: places,
      hover: hover.contents.value,
      actions: actions.map((one) => one.title),
      typed,
      formatted: TextDocument.applyEdits(document, edits),
    }),
  );
  await connection.sendRequest(rpc.ShutdownRequest.type);
  server.on("exit", (code) => process.exit(code));
  await connection.sendNotification(rpc.ExitNotification.type);
})();
