using Research.Numerics;
using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>Brings the steps of a batch up to date: restores what the store has meanwhile, makes the others in one job.</summary>
internal sealed class BatchMaker(Project project, IExecutor executor, RunSettings settings, IRunObserver observer)
{
    /// <param name="ended">Receives each step's result as soon as it is there.</param>
    /// <returns>Steps that were not begun and are to be tried again, each by itself.</returns>
    public async Task<IReadOnlyList<Step>> BringAsync(
        Plan plan,
        Batch batch,
        Action<StepResult> ended,
        CancellationToken cancellation
    )
    {
        var makings = new List<Making>();
        var later = new List<Step>();
        try
        {
            foreach (Step step in batch.Steps)
            {
                await PrepareAsync(plan, step, batch.Steps.Count == 1, makings, later, ended, cancellation);
            }

            if (makings.Count > 0)
            {
                later.AddRange(await MakeAsync(batch, makings, ended, cancellation));
            }

            return later;
        }
        finally
        {
            makings.ForEach(making => making.Dispose());
        }
    }

    // A batch takes only the locks that are free, so that two runs never wait for each other; a step by itself waits for its lock.
    private async Task PrepareAsync(
        Plan plan,
        Step step,
        bool alone,
        List<Making> makings,
        List<Step> later,
        Action<StepResult> ended,
        CancellationToken cancellation
    )
    {
        Making? making = null;
        try
        {
            making = await Making.LockAsync(project, plan, step, alone, cancellation);
            if (making is null)
            {
                later.Add(step);
            }
            else if (making.Restore() is { } restored)
            {
                observer.Started(step);
                making.Dispose();
                ended(restored);
            }
            else
            {
                making.Stage();
                makings.Add(making);
            }
        }
        catch (OperationCanceledException)
        {
            making?.Dispose();
            ended(new StepResult(step, StepEnd.Stopped, "not begun", 0));
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            making?.Dispose();
            observer.Started(step);
            ended(new StepResult(step, StepEnd.Failed, WriteFailure.Told(error, project.Settings), 0));
        }
    }

    private async Task<IReadOnlyList<Step>> MakeAsync(
        Batch batch,
        List<Making> makings,
        Action<StepResult> ended,
        CancellationToken cancellation
    )
    {
        JobSpec job = JobSpecs.Of(project, settings, batch.Budget.Threads, [.. makings.Select(making => making.Item!)]);
        var progress = new Listener(makings, observer, ended, job.Threads);
        string? died;
        try
        {
            IExecutor maker = batch.IsElsewhere ? settings.Elsewhere!.Executor : executor;
            died = await maker.RunAsync(job, batch.Budget, progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            foreach (Making making in makings.Where(making => !making.IsDone))
            {
                ended(making.Stop());
            }

            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            died = WriteFailure.Told(error, project.Settings); // the job's specification could not be written
        }

        Making[] left = [.. makings.Where(making => !making.IsDone)];
        if (left.Length > 0)
        {
            // The worker died while it made the first of those; the others were not begun.
            ended(new StepResult(left[0].Step, StepEnd.Failed, died ?? "its worker ended without a report.", left[0].Seconds));
        }

        return [.. left.Skip(1).Select(making => making.Step)];
    }

    private sealed class Listener(List<Making> makings, IRunObserver observer, Action<StepResult> ended, int threads)
        : IJobObserver
    {
        public void Started(int item)
        {
            makings[item].Begin();
            observer.Started(makings[item].Step);
        }

        public void Progress(int item, double share) => observer.Progress(makings[item].Step, share);

        public void Ended(int item, WorkerReport report) => ended(makings[item].End(report, threads));
    }
}
