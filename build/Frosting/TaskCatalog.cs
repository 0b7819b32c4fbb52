namespace Cake.Frosting;

/// <summary>The tasks of the build graph by name, with what they depend on.</summary>
internal sealed class TaskCatalog
{
    private readonly Dictionary<string, TaskEntry> _tasks;
    private readonly ILookup<string, string> _dependees;

    /// <param name="tasks">Ordered here by the part of the name before the first dot; those that share it keep their order.</param>
    /// <exception cref="ArgumentException">Two tasks have one name, or a task depends on one that is not there.</exception>
    public TaskCatalog(params IEnumerable<TaskEntry> tasks)
    {
        TaskEntry[] all = [.. tasks.OrderBy(task => task.Name.Split('.')[0], StringComparer.OrdinalIgnoreCase)];
        _tasks = all.ToDictionary(task => task.Name, StringComparer.OrdinalIgnoreCase);
        _dependees = all.SelectMany(task => task.DependeeOf.Select(name => (Needs: name, task.Name)))
            .ToLookup(item => item.Needs, item => item.Name, StringComparer.OrdinalIgnoreCase);
        string[] missing = [.. all.SelectMany(task => DependenciesOf(task.Name).Concat(task.DependeeOf)).Except(Names)];
        if (missing.Length > 0)
        {
            throw new ArgumentException($"Tasks are named as dependencies and are not there: {string.Join(", ", missing)}.");
        }
    }

    public IReadOnlyCollection<string> Names => _tasks.Keys;

    /// <summary>The name as the task spells it; null where there is none.</summary>
    public string? Find(string name) => _tasks.GetValueOrDefault(name)?.Name;

    public IFrostingTask Create(string name) => _tasks[name].Create();

    public string DescriptionOf(string name) => _tasks[name].Description;

    /// <summary>What it names itself, then the tasks that named it.</summary>
    public IReadOnlyList<string> DependenciesOf(string name) => [.. _tasks[name].Dependencies, .. _dependees[name]];

    /// <summary>What a run of the target would run, in order.</summary>
    public IReadOnlyList<string> OrderOf(string target)
    {
        var order = new List<string>();
        Visit(target);
        return order;

        void Visit(string name)
        {
            foreach (string dependency in DependenciesOf(name).Where(dependency => !order.Contains(dependency)))
            {
                Visit(dependency);
            }

            order.Add(name);
        }
    }
}
