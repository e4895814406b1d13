-- mplint in Neovim 0.7 or later. Copy this file to ~/.config/nvim/plugin/ and
-- have mplint on the PATH. Findings appear as diagnostics while you type;
-- vim.lsp.buf.hover() explains a name, vim.lsp.buf.code_action() offers fixes.

local patterns = {}
for ext in ("json js ts mjs cjs jsx tsx wxml axml vue nvue uvue mpx wpy"):gmatch("%S+") do
  table.insert(patterns, "*." .. ext)
end

-- root is the repository of a file, or the folder of its mini-program.
local function root(path)
  local dir = vim.fn.fnamemodify(path, ":h")
  local git = vim.fn.finddir(".git", dir .. ";")
  if git ~= "" then
    return vim.fn.fnamemodify(git, ":p:h:h")
  end
  for _, name in ipairs({ ".mplint.json", "project.config.json", "mini.project.json", "app.json", "game.json" }) do
    local found = vim.fn.findfile(name, dir .. ";")
    if found ~= "" then
      return vim.fn.fnamemodify(found, ":p:h")
    end
  end
end

local clients = {} -- by root

vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, {
  pattern = patterns,
  callback = function(event)
    local dir = root(vim.fn.fnamemodify(event.match, ":p"))
    if not dir then
      return
    end
    if not clients[dir] or not vim.lsp.get_client_by_id(clients[dir]) then
      clients[dir] = vim.lsp.start_client({
        name = "mplint",
        cmd = { vim.g.mplint or "mplint", "lsp" },
        root_dir = dir,
        workspace_folders = { { uri = vim.uri_from_fname(dir), name = dir } },
      })
    end
    vim.lsp.buf_attach_client(event.buf, clients[dir])
  end,
})
