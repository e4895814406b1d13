package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/archive"
	"github.com/mplint/mplint/lint/batch"
	"github.com/mplint/mplint/lint/rule"
)

// refusals are the reasons of archive in Chinese.
var refusals = map[archive.Reason]string{
	archive.NoName:         "条目没有名称",
	archive.NulInName:      "名称含 NUL 字节",
	archive.Absolute:       "绝对路径",
	archive.Drive:          "带盘符的路径",
	archive.Upward:         "路径含 \"..\"",
	archive.NameTooLong:    "名称过长",
	archive.NotHere:        "名称在本系统上无法使用",
	archive.Twice:          "名称重复",
	archive.LinkOut:        "链接指向压缩包之外",
	archive.HardLink:       "硬链接",
	archive.Special:        "特殊文件，如设备或稀疏文件",
	archive.TooManyEntries: "条目过多",
	archive.NamesTooLarge:  "名称总长过大",
	archive.EntryTooLarge:  "文件过大",
	archive.TotalTooLarge:  "解压后过大",
	archive.RatioTooLarge:  "解压后与压缩包大小相差过于悬殊",
	archive.Encrypted:      "已加密",
}

// batchMessage says why an input could not be linted, and what to do.
func batchMessage(err error, lang string) string {
	var refused *archive.RefusedError
	var damaged *archive.DamagedError
	var noProject *lint.NoProjectError
	var crash *lint.CrashError
	switch {
	case errors.As(err, &crash):
		return crashText(crash).In(lang)
	case errors.As(err, &refused):
		return refusedText(refused).In(lang)
	case errors.As(err, &damaged):
		return rule.T("%s; get the archive anew", "压缩包无法读取（%s）；请重新获取", damaged.Error()).In(lang)
	case errors.As(err, &noProject):
		return noProjectText(noProject, lang)
	case errors.Is(err, batch.ErrNoArchive):
		return rule.T("neither a folder nor an archive (.zip, .tar.gz, .tgz)", "既不是目录，也不是压缩包（.zip、.tar.gz、.tgz）").In(lang)
	case errors.Is(err, fs.ErrNotExist):
		return rule.T("there is no such folder or archive", "没有这个目录或压缩包").In(lang)
	}
	return err.Error()
}

// crashText says that the linter itself is at fault.
func crashText(e *lint.CrashError) rule.Text {
	return rule.T("internal error in %s: %v; this is a fault of mplint, not of the program: please report it", "%s 发生内部错误：%v；这是 mplint 的缺陷，不是小程序的问题，请反馈给我们", e.Place(), e.Value)
}

func refusedText(e *archive.RefusedError) rule.Text {
	what := rule.Text{En: string(e.Why), Zh: refusals[e.Why]}
	if e.Entry != "" {
		what = rule.T("%s, %s", "%s：%s", what, fmt.Sprintf("%.200q", e.Entry))
	}
	if e.Limit > 0 {
		what = rule.T("%s (limit: %d)", "%s（上限 %d）", what, e.Limit)
	}
	return rule.T("the archive is refused: %s; unpack it yourself if you trust it, and give the folder", "拒绝解压：%s；若信任其内容，请自行解压后传入目录", what)
}
