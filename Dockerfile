# The image holds a virtual environment and the code, nothing that builds. BASE may be any Debian-like image with
# Python 3.11 to 3.13 and its venv module (not Alpine: some wheels exist for glibc only).
ARG BASE=python:3.13-slim

FROM ${BASE} AS build
WORKDIR /app
COPY requirements/runtime.txt requirements/runtime.txt
RUN python3 -m venv /venv \
    && /venv/bin/python -m pip install --no-cache-dir --require-hashes --only-binary :all: \
        --requirement requirements/runtime.txt
COPY . .
# compiled here: the finished container may have a read-only root
RUN /venv/bin/python -m compileall -q . \
    && install -d -o 10001 -g 10001 /data

FROM ${BASE}
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HARK_DATABASE__URL=sqlite:////data/hark.db
COPY --from=build /venv /venv
COPY --from=build /app /app
COPY --from=build --chown=10001:10001 /data /data
WORKDIR /app
VOLUME /data
USER 10001:10001
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "bot.py", "health"]
ENTRYPOINT ["python", "bot.py"]
CMD ["run"]
