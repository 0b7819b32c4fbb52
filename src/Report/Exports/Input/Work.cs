using Research.Data.Locking;
using Research.Results.Folders;

namespace Research.Report.Exports.Input;

/// <summary>Something that can be cited: the package, a document that published figures, or a dataset.</summary>
internal sealed record Work
{
    public required string Id { get; init; }

    /// <summary>In CSL's words: software, dataset, report, thesis, paper-conference.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    /// <summary>yyyy, yyyy-mm or yyyy-mm-dd; empty where it is not known.</summary>
    public required string Issued { get; init; }

    /// <summary>When the material itself came out, where that is not when what is cited came out; else as <see cref="Issued"/>.</summary>
    public string Released
    {
        get => field.Length > 0 ? field : Issued;
        init;
    } = "";

    /// <summary>Of a document: the school, institution or proceedings; empty for none.</summary>
    public string PublishedIn { get; init; } = "";

    /// <summary>Empty for none.</summary>
    public string Version { get; init; } = "";

    /// <summary>Where to read or get it; empty for none.</summary>
    public string Address { get; init; } = "";

    /// <summary>Empty for none.</summary>
    public string Doi { get; init; } = "";

    /// <summary>What kind of text it is and where it was written, or how its authors want it cited.</summary>
    public string Note { get; init; } = "";

    /// <summary>SPDX identifier; empty where none is stated or no single one holds.</summary>
    public string Licence { get; init; } = "";

    public static Work OfPackage(CitationFile citation) =>
        new()
        {
            Id = "research",
            Type = "software",
            Title = citation.Title,
            Authors = citation.Authors,
            Issued = citation.Released,
            Version = citation.Version,
            Address = citation.Repository,
            Licence = citation.Licence,
        };

    public static Work Of(StudyDocument document)
    {
        BibliographyRow row = Bibliography.Of(document.Id);
        return new()
        {
            Id = document.Id,
            Type = row.Type,
            Title = document.Title,
            Authors = [.. document.Authors.Split(", ").Select(Author.OfSpokenName)],
            Issued = row.Issued,
            PublishedIn = row.PublishedIn,
            Address = document.Address,
            Doi = row.Doi,
            Note = document.Kind,
            Licence = row.Licence,
        };
    }

    public static Work Of(DatasetEntry dataset)
    {
        BibliographyRow row = Bibliography.Of(dataset.Id);
        return new()
        {
            Id = dataset.Id,
            Type = row.Type,
            Title = dataset.Title,
            Authors = row.Creators,
            Issued = row.Issued,
            Released = row.Released,
            Version = dataset.Version,
            Address = dataset.HomePage,
            Doi = row.Doi,
            Note = dataset.Citation,
            Licence = row.Licence,
        };
    }

    /// <summary>A dataset that the package's code makes: it has the package's authors, date and licence.</summary>
    public static Work Of(GeneratedEntry dataset, CitationFile citation) =>
        new()
        {
            Id = dataset.Id,
            Type = "dataset",
            Title = dataset.Title,
            Authors = citation.Authors,
            Issued = citation.Released,
            Version = dataset.Version,
            Address = citation.Repository,
            Note = dataset.Citation,
            Licence = citation.Licence,
        };
}
