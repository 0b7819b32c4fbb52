namespace Research.Report.Exports.Input;

/// <summary>A package that the checkout restores.</summary>
/// <param name="Name">As the registry has it.</param>
/// <param name="Version">That one and no other.</param>
/// <param name="Licence">As the package states it.</param>
/// <param name="UsedBy">program, tests or tool.</param>
/// <param name="ContentHash">Of the lock files, base64; empty where none pins it, as for tools.</param>
/// <param name="Needs">Other packages, "name/version".</param>
internal sealed record Package(
    string Name,
    string Version,
    string Licence,
    string UsedBy,
    string ContentHash,
    IReadOnlyList<string> Needs
)
{
    /// <summary>Package URL (purl-spec, type nuget).</summary>
    public string Url => $"pkg:nuget/{Name}@{Version}";
}
