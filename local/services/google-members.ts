// Members of Google's services, from @types/google-apps-script. Generated: do not edit;
// `npx vitest run test/local/host/google-members.test.ts -u` writes it anew.

/** Read through require, at the first miss. @public */
export const members: Readonly<Record<string, { methods: string; properties: string }>> = {
  SpreadsheetApp: {
    methods: ` create enableAllDataSourcesExecution enableBigQueryExecution flush getActive 
 getActiveRange getActiveRangeList getActiveSheet getActiveSpreadsheet getCurrentCell 
 getSelection getUi newCellImage newColor newConditionalFormatRule newDataSourceSpec 
 newDataValidation newFilterCriteria newRichTextValue newTextStyle open openById openByUrl 
 setActiveRange setActiveRangeList setActiveSheet setActiveSpreadsheet setCurrentCell `,
    properties: ` AutoFillSeries BandingTheme BooleanCriteria BorderStyle ColorType CopyPasteType 
 DataExecutionErrorCode DataExecutionState DataSourceParameterType DataSourceType 
 DataValidationCriteria DeveloperMetadataLocationType DeveloperMetadataVisibility 
 Dimension Direction GroupControlTogglePosition InterpolationType 
 PivotTableSummarizeFunction PivotValueDisplayType ProtectionType RecalculationInterval 
 RelativeDate SheetType TextDirection TextToColumnsDelimiter ThemeColorType ValueType 
 WrapStrategy `,
  },
  Spreadsheet: {
    methods: ` addDeveloperMetadata addEditor addEditors addMenu addViewer addViewers appendRow 
 autoResizeColumn copy createDeveloperMetadataFinder createTextFinder deleteActiveSheet 
 deleteColumn deleteColumns deleteRow deleteRows deleteSheet duplicateActiveSheet 
 getActiveCell getActiveRange getActiveRangeList getActiveSheet getAs getBandings getBlob 
 getColumnWidth getCurrentCell getDataRange getDataSourceTables getDeveloperMetadata 
 getEditors getFormUrl getFrozenColumns getFrozenRows getId getImages 
 getIterativeCalculationConvergenceThreshold getLastColumn getLastRow 
 getMaxIterativeCalculationCycles getName getNamedRanges getNumSheets getOwner 
 getPredefinedSpreadsheetThemes getProtections getRange getRangeByName getRangeList 
 getRecalculationInterval getRowHeight getSelection getSheetById getSheetByName getSheetId 
 getSheetName getSheetValues getSheets getSpreadsheetLocale getSpreadsheetTheme 
 getSpreadsheetTimeZone getUrl getViewers hideColumn hideRow insertColumnAfter 
 insertColumnBefore insertColumnsAfter insertColumnsBefore insertImage insertRowAfter 
 insertRowBefore insertRowsAfter insertRowsBefore insertSheet 
 insertSheetWithDataSourceTable isColumnHiddenByUser isIterativeCalculationEnabled 
 isRowHiddenByFilter isRowHiddenByUser moveActiveSheet moveChartToObjectSheet removeEditor 
 removeMenu removeNamedRange removeViewer rename renameActiveSheet resetSpreadsheetTheme 
 setActiveRange setActiveRangeList setActiveSelection setActiveSheet setColumnWidth 
 setCurrentCell setFrozenColumns setFrozenRows setIterativeCalculationConvergenceThreshold 
 setIterativeCalculationEnabled setMaxIterativeCalculationCycles setNamedRange 
 setRecalculationInterval setRowHeight setSpreadsheetLocale setSpreadsheetTheme 
 setSpreadsheetTimeZone show sort toast unhideColumn unhideRow updateMenu `,
    properties: ` `,
  },
  Sheet: {
    methods: ` activate addDeveloperMetadata appendRow asDataSourceSheet autoResizeColumn 
 autoResizeColumns autoResizeRows clear clearConditionalFormatRules clearContents 
 clearFormats clearNotes collapseAllColumnGroups collapseAllRowGroups copyTo 
 createDeveloperMetadataFinder createTextFinder deleteColumn deleteColumns deleteRow 
 deleteRows expandAllColumnGroups expandAllRowGroups expandColumnGroupsUpToDepth 
 expandRowGroupsUpToDepth getActiveCell getActiveRange getActiveRangeList getBandings 
 getCharts getColumnGroup getColumnGroupControlPosition getColumnGroupDepth getColumnWidth 
 getConditionalFormatRules getCurrentCell getDataRange getDataSourceTables 
 getDeveloperMetadata getDrawings getFilter getFormUrl getFrozenColumns getFrozenRows 
 getImages getIndex getLastColumn getLastRow getMaxColumns getMaxRows getName 
 getNamedRanges getParent getPivotTables getProtections getRange getRangeList getRowGroup 
 getRowGroupControlPosition getRowGroupDepth getRowHeight getSelection getSheetId 
 getSheetName getSheetValues getSlicers getTabColor getType hasHiddenGridlines hideColumn 
 hideColumns hideRow hideRows hideSheet insertChart insertColumnAfter insertColumnBefore 
 insertColumns insertColumnsAfter insertColumnsBefore insertImage insertRowAfter 
 insertRowBefore insertRows insertRowsAfter insertRowsBefore insertSlicer 
 isColumnHiddenByUser isRightToLeft isRowHiddenByFilter isRowHiddenByUser isSheetHidden 
 moveColumns moveRows newChart protect removeChart setActiveRange setActiveRangeList 
 setActiveSelection setColumnGroupControlPosition setColumnWidth setColumnWidths 
 setConditionalFormatRules setCurrentCell setFrozenColumns setFrozenRows 
 setHiddenGridlines setName setRightToLeft setRowGroupControlPosition setRowHeight 
 setRowHeights setRowHeightsForced setTabColor showColumns showRows showSheet sort 
 unhideColumn unhideRow updateChart `,
    properties: ` `,
  },
  Range: {
    methods: ` activate activateAsCurrentCell addDeveloperMetadata applyColumnBanding applyRowBanding 
 autoFill autoFillToNeighbor breakApart canEdit check clear clearContent 
 clearDataValidations clearFormat clearNote collapseGroups copyFormatToRange copyTo 
 copyValuesToRange createDataSourcePivotTable createDataSourceTable 
 createDeveloperMetadataFinder createFilter createPivotTable createTextFinder deleteCells 
 expandGroups getA1Notation getBackground getBackgroundObject getBackgroundObjects 
 getBackgrounds getBandings getCell getColumn getDataRegion getDataSourceFormula 
 getDataSourceFormulas getDataSourcePivotTables getDataSourceTables getDataSourceUrl 
 getDataTable getDataValidation getDataValidations getDeveloperMetadata getDisplayValue 
 getDisplayValues getFilter getFontColorObject getFontColorObjects getFontFamilies 
 getFontFamily getFontLine getFontLines getFontSize getFontSizes getFontStyle 
 getFontStyles getFontWeight getFontWeights getFormula getFormulaR1C1 getFormulas 
 getFormulasR1C1 getGridId getHeight getHorizontalAlignment getHorizontalAlignments 
 getLastColumn getLastRow getMergedRanges getNextDataCell getNote getNotes getNumColumns 
 getNumRows getNumberFormat getNumberFormats getRichTextValue getRichTextValues getRow 
 getRowIndex getSheet getTextDirection getTextDirections getTextRotation getTextRotations 
 getTextStyle getTextStyles getValue getValues getVerticalAlignment getVerticalAlignments 
 getWidth getWrap getWrapStrategies getWrapStrategy getWraps insertCells insertCheckboxes 
 isBlank isChecked isEndColumnBounded isEndRowBounded isPartOfMerge isStartColumnBounded 
 isStartRowBounded merge mergeAcross mergeVertically moveTo offset protect randomize 
 removeCheckboxes removeDuplicates setBackground setBackgroundObject setBackgroundObjects 
 setBackgroundRGB setBackgrounds setBorder setDataValidation setDataValidations 
 setFontColor setFontColorObject setFontColorObjects setFontColors setFontFamilies 
 setFontFamily setFontLine setFontLines setFontSize setFontSizes setFontStyle 
 setFontStyles setFontWeight setFontWeights setFormula setFormulaR1C1 setFormulas 
 setFormulasR1C1 setHorizontalAlignment setHorizontalAlignments setNote setNotes 
 setNumberFormat setNumberFormats setRichTextValue setRichTextValues setShowHyperlink 
 setTextDirection setTextDirections setTextRotation setTextRotations setTextStyle 
 setTextStyles setValue setValues setVerticalAlignment setVerticalAlignments 
 setVerticalText setWrap setWrapStrategies setWrapStrategy setWraps shiftColumnGroupDepth 
 shiftRowGroupDepth sort splitTextToColumns trimWhitespace uncheck `,
    properties: ` `,
  },
  RangeList: {
    methods: ` activate breakApart check clear clearContent clearDataValidations clearFormat clearNote 
 getRanges insertCheckboxes removeCheckboxes setBackground setBackgroundRGB setBorder 
 setFontColor setFontFamily setFontLine setFontSize setFontStyle setFontWeight setFormula 
 setFormulaR1C1 setHorizontalAlignment setNote setNumberFormat setShowHyperlink 
 setTextDirection setTextRotation setValue setVerticalAlignment setVerticalText setWrap 
 setWrapStrategy trimWhitespace uncheck `,
    properties: ` `,
  },
  Protection: {
    methods: ` addEditor addEditors canDomainEdit canEdit getDescription getEditors getProtectionType 
 getRange getRangeName getUnprotectedRanges isWarningOnly remove removeEditor 
 removeEditors setDescription setDomainEdit setNamedRange setRange setRangeName 
 setUnprotectedRanges setWarningOnly `,
    properties: ` `,
  },
  DataValidation: {
    methods: ` copy getAllowInvalid getCriteriaType getCriteriaValues getHelpText `,
    properties: ` `,
  },
  DataValidationBuilder: {
    methods: ` build copy getAllowInvalid getCriteriaType getCriteriaValues getHelpText requireCheckbox 
 requireDate requireDateAfter requireDateBefore requireDateBetween requireDateEqualTo 
 requireDateNotBetween requireDateOnOrAfter requireDateOnOrBefore requireFormulaSatisfied 
 requireNumberBetween requireNumberEqualTo requireNumberGreaterThan 
 requireNumberGreaterThanOrEqualTo requireNumberLessThan requireNumberLessThanOrEqualTo 
 requireNumberNotBetween requireNumberNotEqualTo requireTextContains 
 requireTextDoesNotContain requireTextEqualTo requireTextIsEmail requireTextIsUrl 
 requireValueInList requireValueInRange setAllowInvalid setHelpText withCriteria `,
    properties: ` `,
  },
  ConditionalFormatRule: {
    methods: ` copy getBooleanCondition getGradientCondition getRanges `,
    properties: ` `,
  },
  ConditionalFormatRuleBuilder: {
    methods: ` build copy getBooleanCondition getGradientCondition getRanges setBackground setBold 
 setFontColor setGradientMaxpoint setGradientMaxpointWithValue 
 setGradientMidpointWithValue setGradientMinpoint setGradientMinpointWithValue setItalic 
 setRanges setStrikethrough setUnderline whenCellEmpty whenCellNotEmpty whenDateAfter 
 whenDateBefore whenDateEqualTo whenFormulaSatisfied whenNumberBetween whenNumberEqualTo 
 whenNumberGreaterThan whenNumberGreaterThanOrEqualTo whenNumberLessThan 
 whenNumberLessThanOrEqualTo whenNumberNotBetween whenNumberNotEqualTo whenTextContains 
 whenTextDoesNotContain whenTextEndsWith whenTextEqualTo whenTextStartsWith withCriteria `,
    properties: ` `,
  },
  BooleanCondition: {
    methods: ` getBackground getBold getCriteriaType getCriteriaValues getFontColor getItalic 
 getStrikethrough getUnderline `,
    properties: ` `,
  },
  TextFinder: {
    methods: ` findAll findNext findPrevious getCurrentMatch ignoreDiacritics matchCase matchEntireCell 
 matchFormulaText replaceAllWith replaceWith startFrom useRegularExpression `,
    properties: ` `,
  },
  Filter: {
    methods: ` getColumnFilterCriteria getRange remove removeColumnFilterCriteria 
 setColumnFilterCriteria sort `,
    properties: ` `,
  },
  FilterCriteria: {
    methods: ` copy getCriteriaType getCriteriaValues getHiddenValues getVisibleValues `,
    properties: ` `,
  },
  FilterCriteriaBuilder: {
    methods: ` build copy getCriteriaType getCriteriaValues getHiddenValues getVisibleValues 
 setHiddenValues setVisibleValues whenCellEmpty whenCellNotEmpty whenDateAfter 
 whenDateBefore whenDateEqualTo whenFormulaSatisfied whenNumberBetween whenNumberEqualTo 
 whenNumberGreaterThan whenNumberGreaterThanOrEqualTo whenNumberLessThan 
 whenNumberLessThanOrEqualTo whenNumberNotBetween whenNumberNotEqualTo whenTextContains 
 whenTextDoesNotContain whenTextEndsWith whenTextEqualTo whenTextStartsWith withCriteria `,
    properties: ` `,
  },
  Group: {
    methods: ` collapse expand getControlIndex getDepth getRange isCollapsed remove `,
    properties: ` `,
  },
  NamedRange: {
    methods: ` getName getRange remove setName setRange `,
    properties: ` `,
  },
  Selection: {
    methods: ` getActiveRange getActiveRangeList getActiveSheet getCurrentCell getNextDataRange `,
    properties: ` `,
  },
  Ui: {
    methods: ` alert createAddonMenu createMenu prompt showModalDialog showModelessDialog showSidebar `,
    properties: ` Button ButtonSet `,
  },
  Menu: {
    methods: ` addItem addSeparator addSubMenu addToUi `,
    properties: ` `,
  },
  PromptResponse: {
    methods: ` getResponseText getSelectedButton `,
    properties: ` `,
  },
  Blob: {
    methods: ` copyBlob getAs getBlob getBytes getContentType getDataAsString getName isGoogleType 
 setBytes setContentType setContentTypeFromExtension setDataFromString setName `,
    properties: ` `,
  },
  User: {
    methods: ` getEmail `,
    properties: ` `,
  },
  Session: {
    methods: ` getActiveUser getActiveUserLocale getEffectiveUser getScriptTimeZone 
 getTemporaryActiveUserKey `,
    properties: ` `,
  },
  Logger: {
    methods: ` clear getLog log `,
    properties: ` `,
  },
  GmailApp: {
    methods: ` createDraft createLabel deleteLabel getAliases getChatThreads getDraft getDraftMessages 
 getDrafts getInboxThreads getInboxUnreadCount getMessageById getMessagesForThread 
 getMessagesForThreads getPriorityInboxThreads getPriorityInboxUnreadCount getSpamThreads 
 getSpamUnreadCount getStarredThreads getStarredUnreadCount getThreadById getTrashThreads 
 getUserLabelByName getUserLabels markMessageRead markMessageUnread markMessagesRead 
 markMessagesUnread markThreadImportant markThreadRead markThreadUnimportant 
 markThreadUnread markThreadsImportant markThreadsRead markThreadsUnimportant 
 markThreadsUnread moveMessageToTrash moveMessagesToTrash moveThreadToArchive 
 moveThreadToInbox moveThreadToSpam moveThreadToTrash moveThreadsToArchive 
 moveThreadsToInbox moveThreadsToSpam moveThreadsToTrash refreshMessage refreshMessages 
 refreshThread refreshThreads search sendEmail setCurrentMessageAccessToken starMessage 
 starMessages unstarMessage unstarMessages `,
    properties: ` `,
  },
  GmailDraft: {
    methods: ` deleteDraft getId getMessage getMessageId send update `,
    properties: ` `,
  },
  GmailMessage: {
    methods: ` createDraftReply createDraftReplyAll forward getAttachments getBcc getBody getCc getDate 
 getFrom getHeader getId getPlainBody getRawContent getReplyTo getSubject getThread getTo 
 isDraft isInChats isInInbox isInPriorityInbox isInTrash isStarred isUnread markRead 
 markUnread moveToTrash refresh reply replyAll star unstar `,
    properties: ` `,
  },
  GmailThread: {
    methods: ` addLabel createDraftReply createDraftReplyAll getFirstMessageSubject getId getLabels 
 getLastMessageDate getMessageCount getMessages getPermalink hasStarredMessages 
 isImportant isInChats isInInbox isInPriorityInbox isInSpam isInTrash isUnread 
 markImportant markRead markUnimportant markUnread moveToArchive moveToInbox moveToSpam 
 moveToTrash refresh removeLabel reply replyAll `,
    properties: ` `,
  },
  MailApp: {
    methods: ` getRemainingDailyQuota sendEmail `,
    properties: ` `,
  },
  LockService: {
    methods: ` getDocumentLock getScriptLock getUserLock `,
    properties: ` `,
  },
  Lock: {
    methods: ` hasLock releaseLock tryLock waitLock `,
    properties: ` `,
  },
  PropertiesService: {
    methods: ` getDocumentProperties getScriptProperties getUserProperties `,
    properties: ` `,
  },
  Properties: {
    methods: ` deleteAllProperties deleteProperty getKeys getProperties getProperty setProperties 
 setProperty `,
    properties: ` `,
  },
  CacheService: {
    methods: ` getDocumentCache getScriptCache getUserCache `,
    properties: ` `,
  },
  Cache: {
    methods: ` get getAll put putAll remove removeAll `,
    properties: ` `,
  },
  ScriptApp: {
    methods: ` deleteTrigger getAuthorizationInfo getIdentityToken getInstallationSource getOAuthToken 
 getProjectTriggers getScriptId getService getUserTriggers invalidateAuth newStateToken 
 newTrigger requireAllScopes requireScopes `,
    properties: ` AuthMode AuthorizationStatus EventType InstallationSource TriggerSource WeekDay `,
  },
  Service: {
    methods: ` getUrl isEnabled `,
    properties: ` `,
  },
  Trigger: {
    methods: ` getEventType getHandlerFunction getTriggerSource getTriggerSourceId getUniqueId `,
    properties: ` `,
  },
  TriggerBuilder: {
    methods: ` forDocument forForm forSpreadsheet forUserCalendar timeBased `,
    properties: ` `,
  },
  ClockTriggerBuilder: {
    methods: ` after at atDate atHour create everyDays everyHours everyMinutes everyWeeks inTimezone 
 nearMinute onMonthDay onWeekDay `,
    properties: ` `,
  },
  SpreadsheetTriggerBuilder: {
    methods: ` create onChange onEdit onFormSubmit onOpen `,
    properties: ` `,
  },
  AuthorizationInfo: {
    methods: ` getAuthorizationStatus getAuthorizationUrl `,
    properties: ` `,
  },
  ContentService: {
    methods: ` createTextOutput `,
    properties: ` MimeType `,
  },
  TextOutput: {
    methods: ` append clear downloadAsFile getContent getFileName getMimeType setContent setMimeType `,
    properties: ` `,
  },
  HtmlService: {
    methods: ` createHtmlOutput createHtmlOutputFromFile createTemplate createTemplateFromFile 
 getUserAgent `,
    properties: ` SandboxMode XFrameOptionsMode `,
  },
  HtmlOutput: {
    methods: ` addMetaTag append appendUntrusted asTemplate clear getAs getBlob getContent getFaviconUrl 
 getHeight getMetaTags getTitle getWidth setContent setFaviconUrl setHeight setSandboxMode 
 setTitle setWidth setXFrameOptionsMode `,
    properties: ` `,
  },
  HtmlOutputMetaTag: {
    methods: ` getContent getName `,
    properties: ` `,
  },
  UrlFetchApp: {
    methods: ` fetch fetchAll getRequest `,
    properties: ` `,
  },
  HTTPResponse: {
    methods: ` getAllHeaders getAs getBlob getContent getContentText getHeaders getResponseCode `,
    properties: ` `,
  },
  Utilities: {
    methods: ` base64Decode base64DecodeWebSafe base64Encode base64EncodeWebSafe computeDigest 
 computeHmacSha256Signature computeHmacSignature computeRsaSha1Signature 
 computeRsaSha256Signature computeRsaSignature formatDate formatString getUuid gzip 
 newBlob parseCsv parseDate sleep ungzip unzip zip `,
    properties: ` Charset DigestAlgorithm MacAlgorithm RsaAlgorithm `,
  },
};
