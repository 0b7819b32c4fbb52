namespace Research.Results.Folders;

/// <summary>A text that published figures of a study.</summary>
/// <param name="Id">As the claims name it, such as digits-1.</param>
/// <param name="Title">In English.</param>
/// <param name="OriginalTitle">As it is printed; empty where that is English.</param>
/// <param name="Authors">Separated by commas.</param>
/// <param name="Kind">What kind of text, and where it was written.</param>
/// <param name="Address">Where to read it; empty where it has no public address.</param>
/// <param name="Follows">The published work that it repeats, with its address; empty for none.</param>
public sealed record StudyDocument(
    string Id,
    string Title,
    string OriginalTitle,
    string Authors,
    string Kind,
    string Address,
    string Follows
);
