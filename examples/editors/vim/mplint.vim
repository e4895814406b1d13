" For ~/.vim/plugin. With the plug-in ALE it lints a file when it is read or
" saved; without it, `:make` fills the quickfix list.

" Both lists count columns in bytes. So does rdjson; its ranges end behind the
" last byte, those of ALE on it.
function! s:Handle(buffer, lines) abort
  let l:found = []
  let l:folder = expand('#' . a:buffer . ':p:h')
  for l:d in ale#util#FuzzyJSONDecode(a:lines, {'diagnostics': []}).diagnostics
    let l:range = l:d.location.range
    call add(l:found, {'filename': simplify(l:folder . '/' . l:d.location.path), 'text': split(l:d.message, "\n")[0], 'detail': l:d.message,
      \ 'lnum': l:range.start.line, 'col': l:range.start.column, 'end_lnum': l:range.end.line, 'end_col': l:range.end.column - 1,
      \ 'type': l:d.severity[0], 'code': l:d.code.value})
  endfor
  return l:found
endfunction

if !empty(globpath(&runtimepath, 'autoload/ale/linter.vim'))
  for s:type in ['javascript', 'typescript', 'javascriptreact', 'typescriptreact', 'json', 'jsonc', 'vue', 'wxml', 'axml']
    call ale#linter#Define(s:type, {'name': 'mplint', 'executable': 'mplint', 'cwd': '%s:h', 'lint_file': 1,
      \ 'command': '%e --format rdjson %s', 'callback': function('s:Handle')})
  endfor
endif
autocmd BufRead,BufNewFile *.wxml,*.axml setfiletype wxml

" The compact format counts characters, which are made bytes when `:make` ends.
set makeprg=mplint\ --format\ compact errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m

function! s:Bytes() abort
  let l:list = getqflist()
  for l:d in filter(copy(l:list), 'v:val.valid')
    call bufload(l:d.bufnr)
    let l:d.col = byteidxcomp(get(getbufline(l:d.bufnr, l:d.lnum), 0, ''), l:d.col - 1) + 1
  endfor
  call setqflist([], 'r', {'items': l:list})
endfunction

autocmd QuickFixCmdPost make if &makeprg =~# '^mplint' | call s:Bytes() | endif
