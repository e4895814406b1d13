package lsp

import (
	"bytes"
	"encoding/json"
)

// message is what a client sends: a request has an id and a method, a
// notification a method only, a response an id only.
type message struct {
	ID     json.RawMessage `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// parse reads one message.
func parse(body []byte) (*message, *responseError) {
	m := &message{}
	if err := json.Unmarshal(body, m); err != nil {
		if json.Valid(body) {
			return nil, &responseError{codeInvalidRequest, err.Error()}
		}
		return nil, &responseError{codeParseError, err.Error()}
	}
	return m, nil
}

// isRequest reports whether an answer is expected.
func (m *message) isRequest() bool { return len(m.ID) > 0 && !bytes.Equal(m.ID, null) }

var null = json.RawMessage("null")

// The error codes of JSON-RPC and of the protocol.
const (
	codeParseError     = -32700
	codeInvalidRequest = -32600
	codeMethodNotFound = -32601
	codeInvalidParams  = -32602
	codeInternalError  = -32603
	codeNotInitialized = -32002
	codeCancelled      = -32800
)

type responseError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

type response struct {
	JSONRPC string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Result  any             `json:"result"`
}

type failure struct {
	JSONRPC string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Error   *responseError  `json:"error"`
}

// call is a request or, without id, a notification of the server.
type call struct {
	JSONRPC string `json:"jsonrpc"`
	ID      string `json:"id,omitempty"`
	Method  string `json:"method"`
	Params  any    `json:"params"`
}

// answer writes the response to a request.
func (s *Server) answer(id json.RawMessage, result any, err *responseError) {
	if err != nil {
		s.out.write(failure{"2.0", id, err})
		return
	}
	s.out.write(response{"2.0", id, result})
}

func (s *Server) notify(method string, params any) {
	s.out.write(call{JSONRPC: "2.0", Method: method, Params: params})
}
