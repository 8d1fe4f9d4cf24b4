-- Runs inside Neovim: what an editor sees of a page, as one JSON object on standard output.
local found = { diagnostics = {}, actions = {} }

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do
    return answer.result
  end
end

local function wait_for(line)
  vim.wait(60000, function()
    return #vim.diagnostic.get(0, { lnum = line }) > 0
  end, 50)
end

wait_for(0)
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(found.diagnostics, { one.lnum, one.col, one.end_col, one.code })
end
local here = { textDocument = vim.lsp.util.make_text_document_params() }
found.hover = ask("textDocument/hover", vim.tbl_extend("error", here, { position = { line = 0, character = 1 } })).contents.value
local range = { start = { line = 0, character = 0 }, ["end"] = { line = 0, character = 3 } }
local asked = vim.tbl_extend("error", here, { range = range, context = { diagnostics = {} } })
for _, one in ipairs(ask("textDocument/codeAction", asked)) do
  table.insert(found.actions, one.title)
end
vim.api.nvim_buf_set_lines(0, 1, 2, false, { "Bà con thựchiện tốt." })
wait_for(1)
found.typed = #vim.diagnostic.get(0, { lnum = 1 })
local edits = ask("textDocument/formatting", vim.tbl_extend("error", here, { options = { tabSize = 4, insertSpaces = true } }))
vim.lsp.util.apply_text_edits(edits, 0, "utf-16")
found.formatted = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
io.stdout:write(vim.fn.json_encode(found), "\n")
vim.cmd("qa!")
