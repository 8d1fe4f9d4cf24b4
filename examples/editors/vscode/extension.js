// Starts `vntextclean lsp` for plain text and Markdown; everything else the server does.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

exports.activate = () => {
  const command = workspace.getConfiguration("vntextcleanServer").get("command", "vntextclean");
  client = new LanguageClient(
    "vntextclean",
    "vntextclean",
    { command, args: ["lsp"] },
    {
      documentSelector: [{ language: "plaintext" }, { language: "markdown" }],
      synchronize: { configurationSection: "vntextclean" },
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
