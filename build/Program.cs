using System.CommandLine;
using Cake.Frosting;
using Research.Build.Display;
using Research.Build.Runs;
using Research.Build.Tasks;
using Research.Cli.Commands;
using Research.Cli.Projects;
using Research.Data;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Engines;
using Research.Pipeline.Executors;
using Research.Pipeline.Executors.Nodes;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Spectre.Console;

namespace Research.Build;

/// <summary>./build.sh: parses the options and runs a target of the build graph.</summary>
internal static class Program
{
    private static readonly Option<string> Target = new("--target")
    {
        Description = "What to run.",
        DefaultValueFactory = _ => "Reproduce",
    };
    private static readonly Option<string> ProfileName = new Option<string>("--profile")
    {
        Description =
            "quick: generated data, offline, some minutes. paper: the pinned recordings, the studies' settings. sample: as paper, but only a stated part of what takes long. full: paper, and what needs a GPU.",
        DefaultValueFactory = _ => "quick",
    }.AcceptOnlyFromAmong(Profiles.Names);
    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "Threads at most; results do not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };
    private static readonly Option<bool> Tree = new("--tree") { Description = "Print the graph of targets and stop." };
    private static readonly Option<bool> DryRun = new("--dryrun") { Description = "Print what would run, in order, and stop." };
    private static readonly Option<bool> Paranoid = new("--paranoid")
    {
        Description = "Hash every file anew instead of trusting size, times and inode.",
    };

    private static readonly ExecutorOptions Executor = new();
    private static readonly FromArchive From = new();

    private static readonly Option<bool> Exclusive = new("--exclusive")
    {
        Description = "Run the target without what it depends on.",
    };

    public static async Task<int> Main(string[] args)
    {
        if (Worker.IsAskedFor(args))
        {
            return Worker.Run(ChosenDevice.Take);
        }

        if (NodeWorker.IsAskedFor(args))
        {
            return NodeWorker.Run(args);
        }

        if (RememberedRun.Find(args) is { } said)
        {
            Terminal.SayPage(string.Join('\n', said));
            return ExitCodes.Well;
        }

        return await PlannedAsync(args);
    }

    // A method of its own, so that a remembered run loads no part of the graph.
    private static async Task<int> PlannedAsync(string[] args)
    {
        TaskCatalog catalog = Tasks();
        RootCommand root = Root();
        BuildHelp.AddTo(root, catalog);
        root.SetAction((parsed, cancellation) => RunAsync(catalog, parsed, args, cancellation));
        ParseResult result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            Terminal.Complain($"build: {string.Join(" ", UsageErrors.Of(result))} See: {BuildHelp.Script} --help");
            return ExitCodes.Usage;
        }

        if (!ChosenDevice.Take(result, "build"))
        {
            return ExitCodes.Failure;
        }

        return await result.InvokeAsync(
            new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopPatience.Of(result) }
        );
    }

    /// <summary>The command line's options.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Re-runs the published studies.")
        {
            Target,
            ProfileName,
            Jobs,
            Tree,
            DryRun,
            Exclusive,
            Paranoid,
            new EngineOption(),
            new DeviceOption(),
        };
        root.Add(From);
        Executor.AddTo(root);
        return root;
    }

    /// <summary>The general tasks, which are classes, and those of the catalogue.</summary>
    public static TaskCatalog Tasks() => new([.. TaskClasses.In(typeof(Program).Assembly), .. StudyTasks.Of(Studies.All)]);

    private static async Task<int> RunAsync(
        TaskCatalog catalog,
        ParseResult parsed,
        string[] args,
        CancellationToken cancellation
    )
    {
        string asked = parsed.GetValue(Target)!;
        int jobs = parsed.GetValue(Jobs);
        if (catalog.Find(asked) is not { } target)
        {
            string meant = Suggestions.For(asked, catalog.Names);
            Terminal.Complain($"build: there is no target '{asked}'.{meant} All targets: {BuildHelp.Script} --help");
            return ExitCodes.Usage;
        }

        if (jobs < 1)
        {
            Terminal.Complain($"build: --jobs {jobs}: at least 1 is needed.");
            return ExitCodes.Usage;
        }

        if (WhyNotUnder(catalog.Create(target), target) is { } why)
        {
            Terminal.Complain($"build: {why}");
            return ExitCodes.Usage;
        }

        BuildOptions options = new()
        {
            Target = target,
            Profile = Profiles.Of(parsed.GetValue(ProfileName)!),
            Jobs = jobs,
            Paranoid = parsed.GetValue(Paranoid),
            Exclusive = parsed.GetValue(Exclusive),
        };
        try
        {
            if (parsed.GetValue(Tree))
            {
                GraphPrinter.Tree(catalog, target, options.Profile, Console.Out);
                return ExitCodes.Well;
            }

            using Project project = Open(options);
            if (parsed.GetValue(DryRun))
            {
                return DryRunOf(catalog, options, project);
            }

            if (From.Take(parsed, options, project, cancellation) is > 0 and int refused)
            {
                return refused;
            }

            using ClusterExecutor? cluster = Executor.Of(parsed, project);
            return await RunAsync(catalog, options, project, cluster, args, cancellation);
        }
        catch (UsageException error)
        {
            Terminal.Complain($"build: {error.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception error) when (Cause(error) is { } cause)
        {
            Terminal.Complain($"build: {cause}");
            return cancellation.IsCancellationRequested ? ExitCodes.Stopped : ExitCodes.Failure;
        }
    }

    private static string? WhyNotUnder(IFrostingTask task, string target) =>
        task is INeedsEqualBits && !TensorEngine.GivesEqualBits
            ? $"--target {target} is about the committed results, which the engine {TensorEngine.Portable} makes; take --engine {TensorEngine.Compiled} away. To compare the two engines: --target Witness."
            : null;

    private static Project Open(BuildOptions options)
    {
        string root = Checkout.Here();
        var project = Project.Open(ProjectSettings.Standard(root, Catalogue.Assembly, options.Profile, options.Paranoid));
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            project.Hashes.Watched.Add(file); // not the folder, which each start touches
        }

        return project;
    }

    private static IReadOnlyList<string> OrderOf(TaskCatalog catalog, BuildOptions options) =>
        options.Exclusive ? [options.Target] : catalog.OrderOf(options.Target);

    private static string[] EngineTargets(TaskCatalog catalog, IReadOnlyList<string> order, Pipeline.Profile profile) =>
        [.. order.Select(catalog.Create).OfType<IEngineTask>().SelectMany(task => task.Targets(profile))];

    private static int DryRunOf(TaskCatalog catalog, BuildOptions options, Project project)
    {
        IReadOnlyList<string> order = OrderOf(catalog, options);
        GraphPrinter.Order(catalog, order, options.Profile, Console.Out);
        if (EngineTargets(catalog, order, options.Profile) is { Length: > 0 } asked)
        {
            PlanText.Write(project.Plan(asked), Console.Out);
        }

        return ExitCodes.Well;
    }

    private static async Task<int> RunAsync(
        TaskCatalog catalog,
        BuildOptions options,
        Project project,
        ClusterExecutor? cluster,
        string[] args,
        CancellationToken cancellation
    )
    {
        ParallelLoop.Threads = options.Jobs;
        var display = new RecordingDisplay(Console.IsOutputRedirected ? new PlainDisplay(Console.Out) : OfTerminal());
        IReadOnlyList<string> order = OrderOf(catalog, options);
        RunSettings bounds = options.Bounds with { Elsewhere = cluster?.Elsewhere };
        var engine = new EngineRun(project, EngineTargets(catalog, order, options.Profile), bounds, display, cancellation);
        var host = new CakeHost(catalog);
        var context = new BuildContext(host.CreateContext(), options, display, project, engine, cancellation);
        await display.ShowAsync(() =>
            host.RunAsync(context, options.Target, options.Exclusive, _ => cancellation.ThrowIfCancellationRequested(), _ => { })
        );
        if (await FoundNothingToDoAsync(context, order.Select(catalog.Create)))
        {
            RememberedRun.Keep(project.Settings.Root, args, project.Hashes.Watched, display.Lines);
        }

        return Close(context);
    }

    private static async Task<bool> FoundNothingToDoAsync(BuildContext context, IEnumerable<IFrostingTask> tasks) =>
        !context.Options.Paranoid
        && context.Code == ExitCodes.Well
        && tasks.All(task => task is IEngineTask { OnlyTells: true })
        && (await context.Engine.ResultsAsync()).Values.All(result => result.End == StepEnd.UpToDate);

    // A method of its own, so that a run whose output is redirected loads no Spectre.Console.
    private static IDisplay OfTerminal() =>
        AnsiConsole.Profile.Capabilities.Interactive
            ? new Display.LiveDisplay(AnsiConsole.Console)
            : new PlainDisplay(Console.Out);

    private static int Close(BuildContext context)
    {
        foreach ((string target, string reason) in context.Failures)
        {
            Terminal.ComplainLines($"build: {target} failed: {reason}");
        }

        if (context.Unavailable.Count > 0)
        {
            Terminal.Complain(
                $"build: data unavailable for {string.Join(", ", context.Unavailable.Select(item => item.Target))}; {context.Published.Count} experiments are up to date."
            );
        }

        if (context.Stopped)
        {
            int saved = context.Engine.Ended.Count(result => result.HasCheckpoint);
            string trainings = saved > 0 ? $"; {saved} trainings go on from their last checkpoints" : "";
            Terminal.Complain($"build: stopped; finished targets are kept{trainings}.");
        }

        if (context.ClosingLine is { } line)
        {
            Terminal.Say(line);
        }

        if (context.Failures.Count > 1 && RunSummary.CauseOf(context.Engine.Ended) is { } cause)
        {
            Terminal.Complain($"build: {cause}"); // last, where nobody has to look for it
        }

        return context.Code;
    }

    // The sentence for a failure that a person can mend or made; a defect of ours keeps its trace.
    private static string? Cause(Exception error) =>
        error switch
        {
            OperationCanceledException => "stopped; finished targets are kept, nothing is half-written.",
            ResearchException or IOException or UnauthorizedAccessException => WriteFailure.Of(error) ?? error.Message,
            _ => error.InnerException is { } inner ? Cause(inner) : null,
        };
}
