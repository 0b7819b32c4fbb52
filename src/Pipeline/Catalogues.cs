using System.Reflection;
using Research.Numerics;

namespace Research.Pipeline;

/// <summary>Finds the catalogue of an assembly of experiments.</summary>
public static class Catalogues
{
    /// <exception cref="ResearchException">The assembly has none, or more than one.</exception>
    public static ICatalogue Load(string assembly)
    {
        if (!File.Exists(assembly))
        {
            throw new ResearchException($"There is no assembly {assembly}; build the experiments first.");
        }

        if (OtherThanOurs(assembly) is { Count: > 0 } others)
        {
            throw new ResearchException(
                $"{assembly} lies beside other versions of {string.Join(", ", others)} than this program has, so its code cannot be told: take Research.Tool of the version of the packages that it was compiled with."
            );
        }

        Type[] types =
        [
            .. Exported(assembly).Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ICatalogue))),
        ];
        return types is [var only]
            ? (ICatalogue)Activator.CreateInstance(only)!
            : throw new ResearchException(
                $"{assembly} has {types.Length} public classes that implement ICatalogue; one is needed."
            );
    }

    /// <summary>Assemblies of ours beside a catalogue that are not those of this program, byte by byte.</summary>
    /// <remarks>A process loads its own, and the engine reads those beside the catalogue: it would take one method for another.</remarks>
    internal static IReadOnlyList<string> OtherThanOurs(string catalogue) =>
        [
            .. Directory
                .EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(catalogue))!, "Research.*.dll")
                .Where(beside => IsOther(beside, Path.Combine(AppContext.BaseDirectory, Path.GetFileName(beside))))
                .Select(beside => Path.GetFileNameWithoutExtension(beside)!)
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsOther(string beside, string ours) =>
        beside != ours && File.Exists(ours) && !File.ReadAllBytes(beside).AsSpan().SequenceEqual(File.ReadAllBytes(ours));

    private static Type[] Exported(string assembly)
    {
        try
        {
            return Assembly.LoadFrom(assembly).GetExportedTypes();
        }
        catch (Exception error)
            when (error is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException)
        {
            throw new ResearchException($"{assembly} cannot be loaded as an assembly of experiments: {error.Message}", error);
        }
    }
}
