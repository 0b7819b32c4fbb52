using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Frosting;

/// <summary>Hosts the real Cake engine over the tasks of an assembly. Stands in for the package Cake.Frosting (ADR 0002).</summary>
internal sealed class CakeHost(TaskCatalog catalog)
{
    private readonly QuietLog _log = new();
    private readonly CakeDataService _data = new();

    /// <summary>A context for the engine, as Cake's own hosts make it.</summary>
    public ICakeContext CreateContext()
    {
        var environment = new CakeEnvironment(new CakePlatform(), new CakeRuntime());
        var files = new FileSystem();
        var globber = new Globber(files, environment);
        var configuration = new CakeConfiguration(new Dictionary<string, string>());
        var strategy = new ToolResolutionStrategy(files, environment, globber, configuration, _log);
        var tools = new ToolLocator(environment, new ToolRepository(environment), strategy);
        var arguments = new CakeArguments(Array.Empty<string>().ToLookup(name => name));
        var processes = new ProcessRunner(files, environment, _log, tools, configuration);
        return new CakeContext(
            files,
            environment,
            globber,
            _log,
            arguments,
            processes,
            new NoRegistry(),
            tools,
            _data,
            configuration,
            new NoInstaller(),
            new NoServices()
        );
    }

    /// <summary>Runs a target and what it depends on, or with exclusive the target alone.</summary>
    public async Task RunAsync(
        ICakeContext context,
        string target,
        bool exclusive,
        Action<string> starting,
        Action<string> finished
    )
    {
        var engine = new CakeEngine(_data, _log);
        foreach (string name in catalog.Names)
        {
            CakeTaskBuilder task = engine.RegisterTask(name).Does(() => catalog.Create(name).RunAsync(context));
            foreach (string dependency in catalog.DependenciesOf(name))
            {
                task.IsDependentOn(dependency);
            }
        }

        engine.RegisterTaskSetupAction(setup => starting(setup.Task.Name));
        engine.RegisterTaskTeardownAction(teardown => finished(teardown.Task.Name));
        var settings = new ExecutionSettings().SetTarget(target);
        settings = exclusive ? settings.UseExclusiveTarget() : settings;
        await engine.RunTargetAsync(context, new DefaultExecutionStrategy(_log, new NoReport()), settings);
    }
}
