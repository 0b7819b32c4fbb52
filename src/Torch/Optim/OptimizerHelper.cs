using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Groups, steps, and a state of named tensors for each parameter.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private const int Version = 1;

    private readonly List<ParamGroup> _groups = [];
    private readonly Dictionary<Parameter, Dictionary<string, Tensor>> _state = new(ReferenceEqualityComparer.Instance);

    public override IEnumerable<optim.ILearningRateController> ParamGroups => _groups;

    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(group => group.Parameters);

    public virtual void add_param_group(ParamGroup param_group)
    {
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        _groups.Add(param_group);
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using (enable_grad())
            {
                loss = closure();
            }
        }

        using (no_grad())
        using (DisposeScope scope = NewDisposeScope())
        {
            foreach (ParamGroup group in _groups)
            {
                Parameter[] learning = [.. group.Parameters.Where(parameter => parameter.grad is not null)];
                Update(group, learning);
                foreach (Parameter parameter in learning)
                {
                    parameter.Block.Version++;
                }
            }
        }

        return loss;
    }

    /// <summary>Changes all parameters of a group, which have gradients.</summary>
    private protected abstract void Update(ParamGroup group, Parameter[] learning);

    private protected bool Knows(Parameter parameter, string name) =>
        _state.TryGetValue(parameter, out Dictionary<string, Tensor>? state) && state.ContainsKey(name);

    /// <summary>A tensor of the parameter's state; zeros at first.</summary>
    private protected Tensor State(Parameter parameter, string name)
    {
        if (!_state.TryGetValue(parameter, out Dictionary<string, Tensor>? state))
        {
            _state[parameter] = state = [];
        }

        if (!state.TryGetValue(name, out Tensor? tensor))
        {
            state[name] = tensor = zeros(parameter.Sizes, device: parameter.device).DetachFromDisposeScope();
        }

        return tensor;
    }

    /// <summary>Counts a step of the parameter.</summary>
    private protected unsafe long CountStep(Parameter parameter)
    {
        if (!_state.TryGetValue(parameter, out Dictionary<string, Tensor>? state))
        {
            _state[parameter] = state = [];
        }

        if (!state.TryGetValue("step", out Tensor? step))
        {
            state["step"] = step = tensor(0L).DetachFromDisposeScope();
        }

        return ++*step.Longs; // counted on the host, whatever the parameters lie on
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Learning rates and the state of every parameter; the other settings are the constructor's.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(_groups.Count);
        foreach (ParamGroup group in _groups)
        {
            writer.Write(group.LearningRate);
            writer.Write(group.InitialLearningRate);
        }

        Parameter[] all = [.. parameters()];
        for (int i = 0; i < all.Length; i++)
        {
            Research.Torch.States.StateFile.Write(writer, _state.GetValueOrDefault(all[i]) ?? []);
        }
    }

    /// <exception cref="InvalidDataException">The state is cut off, or of another optimiser, version or shape; nothing changes then.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        try
        {
            ((double Rate, double Initial)[] rates, Dictionary<string, Tensor>[] states) = Read(reader);
            for (int i = 0; i < rates.Length; i++)
            {
                (_groups[i].LearningRate, _groups[i].InitialLearningRate) = rates[i];
            }

            Take(states);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("The optimiser's state is cut off. Save it again, or start without it.", error);
        }
    }

    private ((double Rate, double Initial)[] Rates, Dictionary<string, Tensor>[] States) Read(BinaryReader reader)
    {
        (int version, int groups) = (reader.ReadInt32(), reader.ReadInt32());
        if (version != Version || groups != _groups.Count)
        {
            throw new InvalidDataException(
                $"The optimiser's state is of version {version} with {groups} groups; this is version {Version} with {_groups.Count}."
            );
        }

        (double, double)[] rates = [.. _groups.Select(_ => (reader.ReadDouble(), reader.ReadDouble()))];
        Parameter[] all = [.. parameters()];
        Dictionary<string, Tensor>[] states = [.. all.Select(_ => Research.Torch.States.StateFile.Read(reader))];
        Check(all, states);
        return (rates, states);
    }

    // Each tensor of a state has its parameter's shape; the step is one number.
    private static void Check(Parameter[] parameters, Dictionary<string, Tensor>[] states)
    {
        var wrong = new List<string>();
        for (int i = 0; i < parameters.Length; i++)
        {
            foreach ((string name, Tensor value) in states[i])
            {
                bool counts = name == "step";
                long[] needed = counts ? [] : parameters[i].Sizes;
                ScalarType type = counts ? ScalarType.Int64 : ScalarType.Float32;
                if (value.dtype != type || !Research.Torch.Shapes.Same(value.Sizes, needed))
                {
                    wrong.Add(
                        $"{name} of parameter {i} is {value.dtype} {Research.Torch.Shapes.Text(value.Sizes)}, needed {type} {Research.Torch.Shapes.Text(needed)}"
                    );
                }
            }
        }

        if (wrong.Count > 0)
        {
            throw new InvalidDataException($"The optimiser's state is of other parameters: {string.Join("; ", wrong)}.");
        }
    }

    private void Take(Dictionary<string, Tensor>[] states)
    {
        foreach ((Parameter parameter, Dictionary<string, Tensor> state) in parameters().Zip(states))
        {
            foreach (Tensor former in _state.GetValueOrDefault(parameter)?.Values.AsEnumerable() ?? [])
            {
                former.Dispose();
            }

            // The count of steps stays on the host, the rest goes where the parameter lies.
            _state[parameter] = state.ToDictionary(
                pair => pair.Key,
                pair => (pair.Key == "step" ? pair.Value : pair.Value.to(parameter.device)).DetachFromDisposeScope()
            );
        }
    }

    protected override void Dispose(bool disposing)
    {
        foreach (Tensor tensor in _state.Values.SelectMany(state => state.Values))
        {
            tensor.Dispose();
        }

        _state.Clear();
    }
}
