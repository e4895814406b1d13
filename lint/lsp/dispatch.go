package lsp

import (
	"encoding/json"
	"fmt"
)

// receive deals with one message. A fault of the server's own does not end it.
func (s *Server) receive(m incoming) {
	defer func() {
		if fault := recover(); fault != nil && m.message != nil && m.isRequest() {
			s.answer(m.ID, nil, &responseError{codeInternalError, fmt.Sprint(fault)})
		}
	}()
	s.handle(m)
}

func (s *Server) handle(m incoming) {
	switch {
	case m.err != nil:
		s.answer(null, nil, m.err)
	case m.Method == "" && !m.isRequest():
		s.answer(null, nil, &responseError{codeInvalidRequest, "neither method nor id"})
	case m.Method == "": // the answer to a request of the server
	case m.isRequest():
		result, err := s.request(m.message)
		s.answer(m.ID, result, err)
	default:
		s.notification(m.message)
	}
}

// requests are the methods that are answered.
var requests = map[string]func(*Server, json.RawMessage) (any, *responseError){
	"initialize":              (*Server).initialize,
	"shutdown":                (*Server).shutdown,
	"textDocument/hover":      inDocument((*Server).hover),
	"textDocument/codeAction": inDocument((*Server).codeActions),
	"textDocument/completion": inDocument((*Server).completion),
}

func (s *Server) request(m *message) (any, *responseError) {
	answer := requests[m.Method]
	switch {
	case s.cancelled.take(string(m.ID)):
		return nil, &responseError{codeCancelled, "cancelled by the client"}
	case s.state == fresh && m.Method != "initialize":
		return nil, &responseError{codeNotInitialized, "not initialized"}
	case s.state == shut, s.state == running && m.Method == "initialize":
		return nil, &responseError{codeInvalidRequest, "not at this time: " + m.Method}
	case answer == nil:
		return nil, &responseError{codeMethodNotFound, "unknown method " + m.Method}
	}
	return answer(s, m.Params)
}

// inDocument makes an answer of one about an open document, whose findings are
// brought up to date first. There is nothing to say about a document that is
// not open: the answer is null.
func inDocument(answer func(*Server, *document, *documentParams) any) func(*Server, json.RawMessage) (any, *responseError) {
	return func(s *Server, raw json.RawMessage) (any, *responseError) {
		var p documentParams
		if err := decode(raw, &p); err != nil {
			return nil, err
		}
		d := s.documents[pathOf(p.TextDocument.URI)]
		if d == nil {
			return nil, nil
		}
		s.relint()
		return answer(s, d, &p), nil
	}
}

func decode(raw json.RawMessage, params any) *responseError {
	if len(raw) == 0 {
		return &responseError{codeInvalidParams, "no params"}
	}
	if err := json.Unmarshal(raw, params); err != nil {
		return &responseError{codeInvalidParams, err.Error()}
	}
	return nil
}

// notifications are the methods that are taken note of.
var notifications = map[string]func(*Server, json.RawMessage){
	"initialized":                         (*Server).initialized,
	"$/cancelRequest":                     func(s *Server, raw json.RawMessage) { s.cancelled.take(cancelID(raw)) },
	"textDocument/didOpen":                withDocument((*Server).didOpen),
	"textDocument/didChange":              withDocument((*Server).didChange),
	"textDocument/didSave":                withDocument((*Server).didSave),
	"textDocument/didClose":               withDocument((*Server).didClose),
	"workspace/didChangeWorkspaceFolders": (*Server).didChangeFolders,
	"workspace/didChangeWatchedFiles":     (*Server).didChangeWatched,
	"workspace/didChangeConfiguration":    (*Server).didChangeConfiguration,
}

func (s *Server) notification(m *message) {
	switch take := notifications[m.Method]; {
	case m.Method == "exit":
		s.early = s.state != shut
		s.state = exited
	case take != nil && (s.state == running || m.Method == "$/cancelRequest"):
		take(s, m.Params)
	}
}

// withDocument decodes the params of a notification about a document that is a
// file on this machine; any other is ignored.
func withDocument(take func(*Server, string, *documentParams)) func(*Server, json.RawMessage) {
	return func(s *Server, raw json.RawMessage) {
		var p documentParams
		if decode(raw, &p) != nil {
			return
		}
		if path := pathOf(p.TextDocument.URI); path != "" {
			take(s, path, &p)
		}
	}
}
