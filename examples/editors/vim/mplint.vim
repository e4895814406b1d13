" For ~/.vim/plugin. With the plug-in ALE it lints a file when it is read or
" saved; without it, `:make` fills the quickfix list.
function! s:Handle(buffer, lines) abort
  let l:found = []
  for l:m in ale#util#GetMatches(a:lines, '\v^.+:(\d+):(\d+): (error|warning|info): (.+) \[([a-z0-9-]+)\]$')
    call add(l:found, {'lnum': l:m[1], 'col': l:m[2], 'type': toupper(l:m[3][0]), 'text': l:m[4], 'code': l:m[5]})
  endfor
  return l:found
endfunction

if !empty(globpath(&runtimepath, 'autoload/ale/linter.vim'))
  for s:type in ['javascript', 'typescript', 'javascriptreact', 'typescriptreact', 'json', 'jsonc', 'vue', 'wxml', 'axml']
    call ale#linter#Define(s:type, {'name': 'mplint', 'executable': 'mplint', 'cwd': '%s:h', 'lint_file': 1,
      \ 'command': '%e --format compact %s', 'callback': function('s:Handle')})
  endfor
endif
autocmd BufRead,BufNewFile *.wxml,*.axml setfiletype wxml

set makeprg=mplint\ --format\ compact errorformat=%f:%l:%v:\ %t%*[a-z]:\ %m
