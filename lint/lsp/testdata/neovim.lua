-- Opens a script of a program in Neovim, types a line with a wrong scope, and
-- writes down what a user sees: MPLINT_OUT gets a JSON object.

local seen = {}

-- shown waits for the diagnostics of some rules and returns them with the
-- extmarks that underline them. Columns are in bytes, from 0.
local function shown(buf, rules)
  vim.wait(20000, function()
    local codes = {}
    for _, d in ipairs(vim.diagnostic.get(buf)) do
      table.insert(codes, d.code)
    end
    table.sort(codes)
    return table.concat(codes, " ") == rules
  end, 20)
  local out = { diagnostics = {}, marks = {} }
  for _, d in ipairs(vim.diagnostic.get(buf)) do
    table.insert(out.diagnostics, {
      lnum = d.lnum, col = d.col, end_col = d.end_col, severity = d.severity, code = d.code, source = d.source, message = d.message,
    })
  end
  for id, ns in pairs(vim.diagnostic.get_namespaces()) do
    local drawn = ns.user_data.underline_ns
    if drawn then
      for _, m in ipairs(vim.api.nvim_buf_get_extmarks(buf, drawn, 0, -1, { details = true })) do
        table.insert(out.marks, { lnum = m[2], col = m[3], end_col = m[4].end_col, hl = m[4].hl_group })
      end
    end
  end
  return out
end

local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "xt", false)
end

local ok, fault = pcall(function()
  vim.cmd("edit pages/a/a.js")
  local buf = vim.api.nvim_get_current_buf()
  vim.wait(20000, function()
    for _, c in pairs(vim.lsp.buf_get_clients(buf)) do
      seen.encoding = c.offset_encoding
      return c.initialized
    end
  end, 20)
  type_keys("ggO/* 你好😀 */ wx.authorize({ scope: 'scope.userLocatoin' })<Esc>")
  seen.typed = shown(buf, "unknown-scope")
  seen.unsaved = vim.bo.modified

  local line = vim.api.nvim_get_current_line()
  vim.api.nvim_win_set_cursor(0, { 1, (line:find("authorize", 1, true)) })
  type_keys(":s/userLocatoin/record/<CR>")
  vim.api.nvim_win_set_cursor(0, { 1, (line:find("authorize", 1, true)) })
  seen.beyond = shown(buf, "scope-beyond-category")

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, answer in pairs(vim.lsp.buf_request_sync(buf, "textDocument/codeAction", params, 20000) or {}) do
    for _, action in ipairs(answer.result or {}) do
      if action.title:find("aside", 1, true) then
        vim.lsp.util.apply_workspace_edit(action.edit, seen.encoding)
      end
    end
  end
  seen.suppressed = shown(buf, "scope-beyond-category suppression-without-reason")
  seen.lines = vim.api.nvim_buf_get_lines(buf, 0, 2, false)

  params = vim.lsp.util.make_position_params()
  for _, answer in pairs(vim.lsp.buf_request_sync(buf, "textDocument/hover", params, 20000) or {}) do
    seen.hover = answer.result and answer.result.contents.value
  end
  type_keys("gg2dd")
  seen.cleared = shown(buf, "")
end)
if not ok then
  seen.fault = fault
end
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.MPLINT_OUT)
vim.cmd("qall!")
