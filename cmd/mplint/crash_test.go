package main

import (
	"bytes"
	"errors"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/batch"
)

func TestCrash(t *testing.T) {
	crash := &lint.CrashError{Value: "\x1bat odds", Stack: []byte("panic(1)\n")}
	for lang, want := range map[string]string{
		"en": "mplint: internal error in mplint: ␛at odds; this is a fault of mplint, not of the program: please report it\n",
		"zh": "mplint: mplint 发生内部错误：␛at odds；这是 mplint 的缺陷，不是小程序的问题，请反馈给我们\n",
	} {
		var errs bytes.Buffer
		a := &app{errs: &errs, lang: lang}
		if code := a.exit(errors.Join(crash)); code != exitFailure || errs.String() != want {
			t.Errorf("%d, %q, want %d, %q", code, errs.String(), exitFailure, want)
		}
	}
	if code := batch.Code(errors.Join(crash)); code != batch.InternalError {
		t.Errorf("code %q in a batch", code)
	}
}
