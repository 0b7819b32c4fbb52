using Research.Data;
using Research.Evaluation.Recognition;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Models;

/// <summary>A model by the name of a package's file or of a checkout's experiment.</summary>
internal static class LoadedModel
{
    /// <exception cref="UsageException">There is no such model, or it is not trained.</exception>
    /// <exception cref="ModelFileException">The package cannot be used.</exception>
    public static Recognizer Of(string name)
    {
        if (File.Exists(name))
        {
            return ModelFiles.Read(ModelFiles.Bytes(name), name, Studies.ModelKinds);
        }

        if (name.EndsWith(ModelFiles.Extension, StringComparison.OrdinalIgnoreCase) || Directory.Exists(name))
        {
            throw new UsageException($"{name}: there is no such model package.");
        }

        using var catalog = new ModelCatalog(
            ProjectSettings.Standard(Root(name), Catalogue.Assembly, Profile.Paper, paranoid: false)
        );
        return catalog.Find(name).Load();
    }

    private static string Root(string name)
    {
        try
        {
            return Checkout.Here();
        }
        catch (ResearchException error)
        {
            throw new UsageException(
                $"{name}: there is no such file, and outside a checkout of the package a model is named by its {ModelFiles.Extension} file.",
                error
            );
        }
    }
}
