-- Runs a script of a test inside Neovim, and writes what it returns to a file. What the scripts have at hand is global.
-- A script pauses wherever it waits: meanwhile Neovim reads keys and answers as if a person sat before it.
local PATIENCE = 40000
local STEP = 5

-- A question that no script answers must not hold them up.
vim.ui.select = function() error("nobody is there to choose") end
vim.ui.input = function() error("nobody is there to answer") end

function codes()
  return vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))
end

function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

-- Waits for something to come true, and hands it back.
function wait(what, condition)
  for _ = 1, PATIENCE / STEP do
    local value = condition()
    if value then return value end
    coroutine.yield()
  end
  local shown = table.concat(lines(), "\n")
  error(("waited in vain for %s\nfindings: %s\nmode: %s\n%s"):format(what, vim.inspect(codes()), vim.fn.mode(), shown))
end

-- Waits until the findings of the file that is shown are these.
function wait_for(...)
  local wanted = { ... }
  wait(vim.inspect(wanted), function() return vim.deep_equal(codes(), wanted) end)
end

function wait_for_server()
  wait("the server", function()
    return next(vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0))
  end)
end

-- Types keys as a person does; `<Esc>` and the like are names of keys. They end in normal mode.
function type_keys(keys)
  typed = false
  vim.api.nvim_input(keys .. "<Cmd>lua typed = true<CR>")
  wait("the keys " .. keys, function() return typed end)
end

-- Puts the cursor at the first letter of a text.
function go_to(text)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. text, "cW") > 0, text .. " is not there")
end

-- Types in insert mode, takes an entry of the menu that comes up, and hands back what there was to choose from.
function complete(keys, word)
  vim.opt.completeopt = { "menuone", "noselect" }
  vim.api.nvim_input(keys .. "<C-X><C-O>")
  wait("a menu", function() return vim.fn.pumvisible() == 1 end)
  local offered = vim.tbl_map(function(each) return each.word end, vim.fn.complete_info({ "items" }).items)
  for place, each in ipairs(offered) do
    if each == word then vim.api.nvim_input(("<C-N>"):rep(place) .. "<C-Y>") end
  end
  type_keys("<Esc>")
  return offered
end

-- Presses a key that opens a menu, chooses an entry by its beginning, and hands back all entries.
function choose(key, beginning)
  local titles
  vim.ui.select = function(entries, options, on_choice)
    titles = vim.tbl_map(options.format_item, entries)
    for place, title in ipairs(titles) do
      if vim.startswith(title, beginning) then on_choice(entries[place], place) end
    end
  end
  type_keys(key)
  return wait("a menu", function() return titles end)
end

-- Presses a key that fills a list of places, whichever Neovim takes for it: file, line, text.
function listed(key)
  vim.fn.setqflist({})
  type_keys(key)
  local places = wait("a list", function()
    local places = vim.fn.getqflist()
    if #places == 0 then places = vim.fn.getloclist(0) end
    return #places > 0 and places
  end)
  return vim.tbl_map(function(each)
    return { vim.fn.fnamemodify(vim.api.nvim_buf_get_name(each.bufnr), ":t"), each.lnum, each.text }
  end, places)
end

-- The lines of the window that floats over the text.
function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
    end
  end
end

-- What is shown behind the lines of the text, by the names of the spaces that Neovim keeps it in.
local function shown_behind(namespaces)
  local shown = {}
  for _, namespace in ipairs(namespaces) do
    for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, { details = true })) do
      local chunks = vim.tbl_map(function(chunk) return chunk[1] end, mark[4].virt_text or {})
      table.insert(shown, { mark[2] + 1, vim.trim(table.concat(chunks)) })
    end
  end
  table.sort(shown, function(one, other) return one[1] < other[1] end)
  return shown
end

function shown_lenses()
  local spaces = {}
  for name, space in pairs(vim.api.nvim_get_namespaces()) do
    if name:find("codelens") then table.insert(spaces, space) end
  end
  return shown_behind(spaces)
end

function shown_findings()
  return shown_behind(vim.tbl_map(function(each)
    return each.user_data.virt_text_ns
  end, vim.tbl_values(vim.diagnostic.get_namespaces())))
end

local script = coroutine.create(function()
  local done, told = xpcall(function()
    local value = assert(loadfile(vim.env.GOALGRAPH_SCRIPT))()
    return vim.fn.json_encode({ value = value == nil and vim.NIL or value })
  end, debug.traceback)
  vim.fn.writefile({ done and told or vim.fn.json_encode({ error = told }) }, vim.env.GOALGRAPH_RESULT)
  vim.cmd("qall!")
end)

vim.loop.new_timer():start(0, STEP, vim.schedule_wrap(function()
  if coroutine.status(script) == "suspended" then assert(coroutine.resume(script)) end
end))
