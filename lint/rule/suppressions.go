package rule

// SuppressionUnused is reported by package suppress.
var SuppressionUnused = &Rule{
	ID: "suppression-unused", Severity: Warning,
	Title: Text{En: "a suppression that suppresses nothing", Zh: "没有对应结果的忽略声明"},
}

// SuppressionWithoutReason is reported by package suppress.
var SuppressionWithoutReason = &Rule{
	ID: "suppression-without-reason", Severity: Warning,
	Title: Text{En: "a suppression without a reason", Zh: "没有写明理由的忽略声明"},
}

// SuppressionExpired is reported by package suppress.
var SuppressionExpired = &Rule{
	ID: "suppression-expired", Severity: Warning,
	Title: Text{En: "a suppression whose date has passed", Zh: "已过期的忽略声明"},
}
