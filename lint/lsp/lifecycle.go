package lsp

import (
	"encoding/json"
	"slices"
)

func (s *Server) initialize(raw json.RawMessage) (any, *responseError) {
	var p initializeParams
	if err := decode(raw, &p); err != nil {
		return nil, err
	}
	s.state, s.client, s.locale = running, p.Capabilities, localeLanguage(p.Locale)
	if slices.Contains(p.Capabilities.General.PositionEncodings, "utf-8") {
		s.encoding = "utf-8"
	}
	s.configure(p.Options)
	for _, f := range p.WorkspaceFolders {
		s.addFolder(pathOf(f.URI))
	}
	if len(p.WorkspaceFolders) == 0 {
		root := pathOf(p.RootURI)
		if root == "" && p.RootURI == "" {
			root = pathOf(uriOf(p.RootPath))
		}
		if p.RootURI != "" || p.RootPath != "" {
			s.addFolder(root)
		}
	}
	return map[string]any{
		"serverInfo": map[string]string{"name": "mplint", "version": s.options.Version},
		"capabilities": map[string]any{
			"positionEncoding":   s.encoding,
			"textDocumentSync":   map[string]any{"openClose": true, "change": 2, "save": map[string]bool{"includeText": false}},
			"hoverProvider":      true,
			"codeActionProvider": map[string]any{"codeActionKinds": []string{kindQuickFix, kindFixAll}},
			"completionProvider": map[string]any{"triggerCharacters": []string{`"`}},
			"workspace": map[string]any{
				"workspaceFolders": map[string]bool{"supported": true, "changeNotifications": true},
			},
		},
	}, nil
}

// watched are the files whose change on disk matters.
const watched = "**/{.mplint.json,*.{json,js,ts,mjs,cjs,jsx,tsx,wxml,axml,wxss,acss,vue,nvue,uvue,mpx,wpy}}"

func (s *Server) initialized(json.RawMessage) {
	if !s.client.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return
	}
	s.out.write(call{JSONRPC: "2.0", ID: "watch", Method: "client/registerCapability", Params: map[string]any{
		"registrations": []any{map[string]any{
			"id": "watch", "method": "workspace/didChangeWatchedFiles",
			"registerOptions": map[string]any{"watchers": []any{map[string]string{"globPattern": watched}}},
		}},
	}})
}

func (s *Server) shutdown(json.RawMessage) (any, *responseError) {
	s.state, s.due = shut, nil
	return nil, nil
}

// configure takes over the client's settings, {"lang": "zh"}, with or without
// "mplint" around them. What is none is ignored.
func (s *Server) configure(raw json.RawMessage) {
	var given struct {
		settings
		Mplint *settings `json:"mplint"`
	}
	if json.Unmarshal(raw, &given) != nil {
		return
	}
	if given.Mplint != nil {
		given.settings = *given.Mplint
	}
	s.lang = given.Lang
}

func (s *Server) didChangeConfiguration(raw json.RawMessage) {
	var p configurationParams
	if decode(raw, &p) == nil {
		s.configure(p.Settings)
	}
	for _, f := range s.folders {
		f.kept.ForgetAll()
		s.soil(f)
	}
}

func (s *Server) didChangeFolders(raw json.RawMessage) {
	var p foldersParams
	if decode(raw, &p) != nil {
		return
	}
	for _, gone := range p.Event.Removed {
		s.removeFolder(pathOf(gone.URI))
	}
	for _, added := range p.Event.Added {
		s.addFolder(pathOf(added.URI))
	}
	for path := range s.documents {
		s.folderAround(path)
	}
}

func (s *Server) didChangeWatched(raw json.RawMessage) {
	var p watchedParams
	if decode(raw, &p) != nil {
		return
	}
	for _, c := range p.Changes {
		if path := pathOf(c.URI); path != "" {
			s.touch(path)
		}
	}
}
