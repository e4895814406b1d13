package rule

// All returns every rule, grouped as the documentation groups them.
func All() []*Rule {
	return []*Rule{
		scopeBeyondCategory, scopeConditional, categoryUnset, optionalUnused, sensitiveIdentity, formBeyondCategory,
		invalidJSON, jsonNotStrict, duplicateKey,
		unknownScope, unknownPrivateInfo, privateInfoUndeclared, privateInfoUnused, locationConflict,
		manifestWrongFile, manifestDrift, extOverrides, extListMissing,
		permissionUnused, permissionIneffective, purposeMissing, purposeTooLong, purposeBoilerplate,
		backgroundModeMismatch, privacySwitchObsolete, locationCategoryGate, preferCoarserLocation,
		askOnLaunch, askOnShow, askAgainOnRefusal, exitOnRefusal, collectAfterRefusal, refusalUnhandled,
		overlappingAsks, phoneGateOnEntry, clipboardOnShow, consentHookBroken, consentHookDuplicate, pretickedAgreement,
		withdrawnAPI, phonePersonalSubject,
		authorizeScopeMissing, authorizeScopeMismatch, authUserOnLaunch, preloadLocation, locationTooPrecise,
		dependencyCollects, generatedComponentUnused,
		sdkCollects, pluginCollects,
		draftPickerSuffices, draftContinuousLocation, draftPermissionOnUse,
		notAnalysed, SuppressionUnused, SuppressionWithoutReason, SuppressionExpired,
		lockDrift,
	}
}
