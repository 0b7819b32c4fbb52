using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Research.Data.Locking;
using Research.Evaluation.Recognition;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Targets;

namespace Research.Cli.Help;

/// <summary>Names that a shell can complete. The help would list them all in an argument's place, so its own name is set there.</summary>
internal static class Names
{
    /// <summary>Completes targets: experiments, studies, and all.</summary>
    public static T CompletesTargets<T>(this T argument)
        where T : Argument
    {
        argument.HelpName = argument.Name;
        argument.Validators.Add(RefuseOptions);
        argument.CompletionSources.Add(_ =>
            Items([
                "all",
                ReportTarget.Id,
                ReadmeTarget.Id,
                .. Studies.All.Select(study => study.Name),
                .. Experiments().Select(e => e.Target),
            ])
        );
        return argument;
    }

    /// <summary>Completes models that experiments keep; packages are files, which the shell completes.</summary>
    public static T CompletesModels<T>(this T argument)
        where T : Argument
    {
        argument.HelpName = argument.Name;
        argument.CompletionSources.Add(_ =>
            Items(
                Experiments()
                    .OfType<IExportsModels>()
                    .SelectMany(experiment =>
                        experiment.Models().Select(model => $"{((Experiment)experiment).Target}/{model.Name}")
                    )
            )
        );
        return argument;
    }

    /// <summary>Completes the ids of both locks; none outside a checkout.</summary>
    public static T CompletesDatasets<T>(this T argument)
        where T : Argument
    {
        argument.HelpName = argument.Name;
        argument.CompletionSources.Add(_ => Items(Ids(Checkout.PinsOf)));
        return argument;
    }

    /// <summary>Completes the ids of the user's own datasets.</summary>
    public static Option<string> CompletesOwnDatasets(this Option<string> option)
    {
        option.CompletionSources.Add(_ => Items(Ids(Checkout.OwnPinsOf)));
        return option;
    }

    // No target begins so: it is a mistyped option.
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (string word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-')))
        {
            result.AddError($"Unrecognized command or argument '{word}'.");
        }
    }

    private static IEnumerable<Experiment> Experiments() =>
        Studies.All.SelectMany(study => new[] { Profile.Paper, Profile.Quick }.SelectMany(study.Experiments));

    private static IEnumerable<string> Ids(Func<string, DatasetLock> pinsOf)
    {
        try
        {
            DatasetLock pins = pinsOf(Checkout.Here());
            return [.. pins.Datasets.Select(entry => entry.Id), .. pins.Generated.Select(entry => entry.Id)];
        }
        catch (ResearchException)
        {
            return [];
        }
    }

    private static IEnumerable<CompletionItem> Items(IEnumerable<string> names) =>
        names.Distinct().Select(name => new CompletionItem(name));
}
