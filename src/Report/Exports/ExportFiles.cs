using Research.Data;
using Research.Data.Store;
using Research.Numerics;
using Research.Report.Exports.Formats;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports;

/// <summary>Committed results in the formats of others: nothing runs, and the same checkout gives the same bytes everywhere.</summary>
public static class ExportFiles
{
    /// <summary>In alphabetical order; a new one is one file in Formats and one line here.</summary>
    internal static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("bibtex", "references.bib: package, studies and data, for LaTeX", BibTex.Of),
        new("codecheck", "codecheck.yml 2.0: which files to make again, by which commands", Codecheck.Of),
        new("codemeta", "codemeta.json 3.0: the package, for catalogues of software", CodeMeta.Of),
        new("croissant", "croissant/*.json: each dataset in Croissant 1.0, for tools that load data", Croissant.Of),
        new("csl", "references.csl.json: package, studies and data, for Zotero and pandoc", CslJson.Of),
        new("cyclonedx", "bom.cdx.json: packages with licences and hashes, CycloneDX 1.6", CycloneDx.Of),
        new("model-cards", "models/*/*/README.md: a card for each exported model, with Hugging Face's metadata", ModelCards.Of)
        {
            Notes = ModelCards.Missing,
        },
        new(
            "ro-crate",
            "ro-crate-metadata.json: RO-Crate 1.1, Provenance Run profile 0.5, with the files that it names",
            RoCrate.Of
        ),
        new("verdicts", "verdicts.json with its schema: every published figure beside ours, for programs", VerdictsJson.Of),
        new("zenodo", ".zenodo.json: the package, for a release on Zenodo", Zenodo.Of),
    ];

    /// <summary>The names of all formats, each with what it is for.</summary>
    public static IReadOnlyList<(string Name, string Description)> Formats =>
        [.. All.Select(format => (format.Name, format.Description))];

    /// <summary>Writes formats of a profile's committed results.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="profile">paper or quick.</param>
    /// <param name="formats">Names; none for all.</param>
    /// <param name="output">Folder to write to; the checkout itself leaves the results where they are.</param>
    /// <returns>Paths below the folder, and sentences about what could not be said.</returns>
    /// <exception cref="UsageException">There is no format of a name.</exception>
    /// <exception cref="ResearchException">There are no results, a file that is read is missing or damaged, or the folder cannot be written.</exception>
    public static (IReadOnlyList<string> Paths, IReadOnlyList<string> Notes) Write(
        string root,
        string profile,
        IReadOnlyList<string> formats,
        string output
    )
    {
        ExportFormat[] chosen = [.. formats.Count == 0 ? All : formats.Distinct().Select(Find)];
        var input = ExportInput.Read(root, profile);
        ExportedFile[] files = [.. chosen.SelectMany(format => format.Files(input)).DistinctBy(file => file.Path)];
        Write(files, output);
        return ([.. files.Select(file => file.Path)], [.. chosen.SelectMany(format => format.Notes(input))]);
    }

    private static ExportFormat Find(string name) =>
        All.FirstOrDefault(format => format.Name == name)
        ?? throw new UsageException(
            $"There is no format '{name}'. Known: {string.Join(", ", All.Select(format => format.Name))}."
        );

    private static void Write(IReadOnlyList<ExportedFile> files, string output)
    {
        if (File.Exists(output))
        {
            throw new ResearchException($"{output} is a file, where a folder is needed; name another with --output.");
        }

        try
        {
            foreach (ExportedFile file in files)
            {
                string path = Path.Combine(output, file.Path);
                if (!Holds(path, file.Bytes))
                {
                    AtomicFile.Write(path, file.Bytes);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{output} cannot be written: {error.Message} Name another folder with --output.", error);
        }
    }

    // What is there already stays as it is: with the checkout as the output, these are its own results.
    private static bool Holds(string path, byte[] bytes) =>
        File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
}
