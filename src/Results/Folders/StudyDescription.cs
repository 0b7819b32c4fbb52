namespace Research.Results.Folders;

/// <summary>study.json: what a study is, and which experiments answer it.</summary>
public sealed record StudyDescription
{
    public const string File = "study.json";

    /// <summary>The folder's name, such as Digits.</summary>
    public required string Name { get; init; }

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>What it is, in a few sentences.</summary>
    public required string About { get; init; }

    /// <summary>Names of its experiments, in the study's order; the folder of one that has not run is not there.</summary>
    public required IReadOnlyList<string> Experiments { get; init; }

    /// <summary>Whether it published figures that ours are compared with.</summary>
    public required bool HasClaims { get; init; }

    /// <summary>Datasets of the claims that cannot be had, each with the dataset that its figures are measured on instead.</summary>
    public required IReadOnlyDictionary<string, string> StandIns { get; init; }

    /// <summary>The texts that published the figures, in the order of the claims; none where nothing was published.</summary>
    public required IReadOnlyList<StudyDocument> Documents { get; init; }

    /// <summary>By claim, why ours differs from the published figure, as far as that is known.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    /// <summary>How those who have data that cannot be had answer the figures on them; null where nobody can.</summary>
    public string? WithTheData { get; init; }

    /// <summary>Folder of the experiments' source below the repository, such as experiments/Digits; null where it is not known.</summary>
    public string? SourceFolder { get; init; }

    /// <summary>The content of the file.</summary>
    public string ToJson() => ResultJson.Write(this);

    /// <exception cref="Numerics.ResearchException">The file is missing, or holds something else.</exception>
    public static StudyDescription Load(string path) => ResultJson.Read<StudyDescription>(path);
}
