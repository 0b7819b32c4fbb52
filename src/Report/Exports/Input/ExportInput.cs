using Research.Data.Locking;
using Research.Numerics;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Results.Folders;

namespace Research.Report.Exports.Input;

/// <summary>All that exports are made from: committed files of the checkout, read once. Nothing of this machine, no clock.</summary>
internal sealed record ExportInput
{
    /// <summary>The checkout.</summary>
    public required string Root { get; init; }

    public required CitationFile Citation { get; init; }

    /// <summary>The committed results of the profile, and datasets.lock.</summary>
    public required ReportInput Report { get; init; }

    /// <summary>Every file of those results, by path.</summary>
    public required IReadOnlyList<RepositoryFile> Results { get; init; }

    /// <summary>Experiments of the profile that have results, in the studies' order.</summary>
    public required IReadOnlyList<ExportedExperiment> Experiments { get; init; }

    public string Profile => Report.Graph.Profile;

    /// <summary>Command that makes all results of the profile.</summary>
    public string Command => $"./build.sh --profile {Profile}";

    /// <summary>Every dataset of datasets.lock as what can be cited.</summary>
    public IReadOnlyList<Work> Datasets =>
        [.. Report.Pins.Datasets.Select(Work.Of), .. Report.Pins.Generated.Select(dataset => Work.Of(dataset, Citation))];

    /// <summary>The texts that published figures, each once.</summary>
    public IReadOnlyList<Work> Documents =>
        [.. Report.Studies.SelectMany(study => study.Description.Documents).DistinctBy(document => document.Id).Select(Work.Of)];

    /// <summary>Path of a file of the results below the checkout.</summary>
    public string PathOf(params IEnumerable<string> parts) => string.Join('/', parts.Prepend(Profile).Prepend("results"));

    /// <summary>A file of the results; null where it is not committed.</summary>
    public RepositoryFile? FindResult(params IEnumerable<string> parts)
    {
        string path = PathOf(parts);
        return Results.FirstOrDefault(file => file.Path == path);
    }

    /// <summary>Published figures beside ours, in the order of the original.</summary>
    public IReadOnlyList<ClaimRow> ClaimsOf(StudyInput study) => ClaimRows.Of(study);

    /// <summary>Reads the committed results of a profile.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="profile">paper or quick.</param>
    /// <exception cref="ResearchException">There are no results, or a description, a table or a column is missing.</exception>
    public static ExportInput Read(string root, string profile)
    {
        string folder = Path.Combine(root, "results", profile);
        if (!File.Exists(Path.Combine(folder, GraphDescription.File)))
        {
            throw new ResearchException(
                $"There are no committed results of profile '{profile}': {folder} has no {GraphDescription.File}. A checkout has them from git; this makes them: ./build.sh --target Accept --profile {profile}"
            );
        }

        var report = ReportInput.Read(folder, DatasetLock.Load(Path.Combine(root, DatasetLock.FileName)));
        ExportedExperiment[] experiments = [.. ExportedExperiment.All(root, report)];
        return experiments.Length == 0
            ? throw new ResearchException(
                $"No experiment of profile '{profile}' has results in {folder}; this makes them: ./build.sh --target Accept --profile {profile}"
            )
            : new()
            {
                Root = root,
                Citation = CitationFile.Load(Path.Combine(root, CitationFile.File)),
                Report = report,
                Results = [.. ResultFiles.In(root, report.Graph)],
                Experiments = experiments,
            };
    }
}
