namespace Cake.Frosting;

/// <summary>A task of the build graph, in Cake.Frosting's shape.</summary>
internal interface IFrostingTask
{
    Task RunAsync(Core.ICakeContext context);
}

/// <summary>A task that runs to its end at once.</summary>
internal abstract class FrostingTask<TContext> : IFrostingTask
    where TContext : Core.ICakeContext
{
    public virtual void Run(TContext context) { }

    Task IFrostingTask.RunAsync(Core.ICakeContext context)
    {
        Run((TContext)context);
        return Task.CompletedTask;
    }
}

/// <summary>A task that waits.</summary>
internal abstract class AsyncFrostingTask<TContext> : IFrostingTask
    where TContext : Core.ICakeContext
{
    public abstract Task RunAsync(TContext context);

    Task IFrostingTask.RunAsync(Core.ICakeContext context) => RunAsync((TContext)context);
}
