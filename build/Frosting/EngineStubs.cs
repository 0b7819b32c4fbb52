using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Tooling;

namespace Cake.Frosting;

/// <summary>Cake's own log is quiet: the display speaks.</summary>
internal sealed class QuietLog : ICakeLog
{
    public Verbosity Verbosity { get; set; } = Verbosity.Quiet;

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) { }
}

/// <summary>Windows' registry, which no task of ours reads.</summary>
internal sealed class NoRegistry : IRegistry
{
    public IRegistryKey LocalMachine => throw new NotSupportedException("No task reads the registry.");

    public IRegistryKey CurrentUser => throw new NotSupportedException("No task reads the registry.");

    public IRegistryKey ClassesRoot => throw new NotSupportedException("No task reads the registry.");

    public IRegistryKey Users => throw new NotSupportedException("No task reads the registry.");

    public IRegistryKey PerformanceData => throw new NotSupportedException("No task reads the registry.");

    public IRegistryKey CurrentConfig => throw new NotSupportedException("No task reads the registry.");
}

/// <summary>Cake's tool installer, which no task of ours uses.</summary>
internal sealed class NoInstaller : IToolInstaller
{
    public IEnumerable<FilePath> Install(PackageReference tool) => throw new NotSupportedException("No task installs tools.");
}

internal sealed class NoServices : IServiceProvider
{
    public object? GetService(Type serviceType) => null;
}

/// <summary>Cake's own report is not printed: the display has said it all.</summary>
internal sealed class NoReport : ICakeReportPrinter
{
    public void Write(CakeReport report) { }

    public void WriteStep(string name, Verbosity verbosity) { }

    public void WriteLifeCycleStep(string name, Verbosity verbosity) { }

    public void WriteSkippedStep(string name, Verbosity verbosity) { }
}
