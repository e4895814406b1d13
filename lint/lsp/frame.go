package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
)

// maxBody is the size in bytes above which a message is skipped.
const maxBody = 64 << 20

// errMalformed says that what was read is no message. Reading goes on behind
// it.
var errMalformed = errors.New("malformed message")

// reader reads messages that a header with Content-Length precedes.
type reader struct{ in *bufio.Reader }

func newReader(in io.Reader) *reader { return &reader{bufio.NewReader(in)} }

// next returns the content of the next message, errMalformed, or the error that
// ends the input.
func (r *reader) next() ([]byte, error) {
	length, err := r.header()
	switch {
	case err != nil:
		return nil, err
	case length < 0:
		return nil, errMalformed
	case length > maxBody:
		if _, err := io.CopyN(io.Discard, r.in, length); err != nil {
			return nil, err
		}
		return nil, errMalformed
	}
	var body bytes.Buffer // grows with what arrives, whatever was announced
	if _, err := io.CopyN(&body, r.in, length); err != nil {
		return nil, err
	}
	return body.Bytes(), nil
}

// header reads up to the empty line and returns the length that was announced,
// or -1.
func (r *reader) header() (int64, error) {
	length := int64(-1)
	for some := false; ; some = true {
		line, err := r.line()
		switch {
		case err != nil:
			return 0, err
		case line == "" && some:
			return length, nil
		}
		name, value, _ := strings.Cut(line, ":")
		if !strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			continue
		}
		if n, err := strconv.ParseInt(strings.TrimSpace(value), 10, 64); err == nil && n >= 0 {
			length = n
		}
	}
}

// line returns the next line without its end. Of a line longer than any header
// only the start is kept.
func (r *reader) line() (string, error) {
	start, err := r.in.ReadSlice('\n')
	text := strings.TrimRight(string(start), "\r\n")
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = r.in.ReadSlice('\n')
	}
	return text, err
}

// writer writes messages. It keeps the first error, behind which nothing is
// written.
type writer struct {
	out io.Writer
	err error
}

func (w *writer) write(message any) {
	body, err := json.Marshal(message)
	if err == nil && w.err == nil {
		frame := append([]byte("Content-Length: "+strconv.Itoa(len(body))+"\r\n\r\n"), body...)
		_, err = w.out.Write(frame)
	}
	if w.err == nil {
		w.err = err
	}
}
