using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Input;

/// <summary>A study with the results of its experiments.</summary>
/// <param name="Description">What it is.</param>
/// <param name="Claims">Its claims.csv; null where no published figure is compared.</param>
/// <param name="Experiments">In the study's order.</param>
public sealed record StudyInput(StudyDescription Description, CsvTable? Claims, IReadOnlyList<ExperimentInput> Experiments)
{
    private const string ClaimsFile = "claims.csv";

    /// <summary>Reads a study's folder.</summary>
    /// <param name="folder">With study.json, and a folder for each experiment that has run.</param>
    /// <exception cref="Numerics.ResearchException">A description is missing or cannot be read.</exception>
    public static StudyInput Read(string folder)
    {
        var study = StudyDescription.Load(Path.Combine(folder, StudyDescription.File));
        string claims = Path.Combine(folder, ClaimsFile);
        return new(
            study,
            File.Exists(claims) ? CsvTable.Load(claims) : null,
            [.. study.Experiments.Select(name => Experiment(study.Name, name, folder))]
        );
    }

    private static ExperimentInput Experiment(string study, string name, string folder) =>
        new($"{study}.{name}", name, ResultFolder.Find(Path.Combine(folder, name)));
}

/// <summary>An experiment and its tables.</summary>
/// <param name="Target">Such as Digits.GmmHmm.</param>
/// <param name="Name">Such as GmmHmm.</param>
/// <param name="Folder">Null where it has not run.</param>
public sealed record ExperimentInput(string Target, string Name, ResultFolder? Folder);
