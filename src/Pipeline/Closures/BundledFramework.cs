using System.Text.Json;

namespace Research.Pipeline.Closures;

/// <summary>The framework's assemblies that lie among ours: in a self-contained program all of them do.</summary>
/// <remarks>They are no packages, there or elsewhere: so fingerprints are those of a program that shares the machine's framework.</remarks>
internal static class BundledFramework
{
    private const string RuntimePack = "runtimepack.";

    private static readonly Lazy<HashSet<string>> Here = new(() =>
        [.. DependencyFiles().SelectMany(file => NamesIn(File.ReadAllBytes(file)))]
    );

    /// <summary>Whether it came with this program as a part of its framework.</summary>
    public static bool Has(string assembly) => Here.Value.Contains(assembly);

    /// <summary>Names of the assemblies that a .deps.json lists as its runtime pack; none where the machine's framework is used.</summary>
    internal static IReadOnlyList<string> NamesIn(byte[] dependencies)
    {
        using var json = JsonDocument.Parse(dependencies);
        return
        [
            .. json
                .RootElement.GetProperty("targets")
                .EnumerateObject()
                .SelectMany(target => target.Value.EnumerateObject())
                .Where(library => library.Name.StartsWith(RuntimePack, StringComparison.Ordinal))
                .SelectMany(library => Files(library.Value))
                .Select(file => Path.GetFileNameWithoutExtension(file.Name)),
        ];
    }

    private static IEnumerable<JsonProperty> Files(JsonElement library) =>
        library.TryGetProperty("runtime", out JsonElement files) ? files.EnumerateObject() : [];

    // The host names the program's first, then those of the machine's frameworks, if it uses them.
    private static string[] DependencyFiles() =>
        AppContext.GetData("APP_CONTEXT_DEPS_FILES") is string files
            ? files.Split(';', StringSplitOptions.RemoveEmptyEntries)
            : [];
}
