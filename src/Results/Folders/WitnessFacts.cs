namespace Research.Results.Folders;

/// <summary>witness.json: what was trained on both tensor engines, and on what the second one's bits depend.</summary>
/// <param name="Sample">Which trainings, in words.</param>
/// <param name="Engine">Version, native libraries, threads and CPU of the second engine.</param>
public sealed record WitnessFacts(string Sample, IReadOnlyDictionary<string, string> Engine)
{
    public const string File = "witness.json";

    /// <summary>The comparison, number by number.</summary>
    public const string Table = "witness.csv";

    /// <summary>The content of the file.</summary>
    public string ToJson() => ResultJson.Write(this);

    /// <exception cref="Numerics.ResearchException">The file is missing, or holds something else.</exception>
    public static WitnessFacts Load(string path) => ResultJson.Read<WitnessFacts>(path);
}
