using Research.Site.Content;

namespace Research.Site;

/// <summary>What the documentation is made of.</summary>
public sealed record SiteInput
{
    /// <summary>The checkout: README.md, docs and what they point at.</summary>
    public required string Root { get; init; }

    /// <summary>Pages that code wrote, such as those of the commands.</summary>
    public required IReadOnlyList<SitePage> Written { get; init; }

    /// <summary>Address under which the repository's files can be read, ending with '/'; null where none is known: then files that are no pages are named, not linked.</summary>
    public required string? Files { get; init; }
}
