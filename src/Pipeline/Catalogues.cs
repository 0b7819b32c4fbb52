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
